package org.peekplatform.plugins.noop.internal.worker;

import java.sql.SQLException;
import org.peekplatform.plugins.noop.internal.tuple.WorkerDiary;

/** Answers the server. */
record DiaryDoor(Diary diary, String instance) implements WorkerDiary {
    @Override
    public Written write(String visitor) {
        try {
            return diary.write(visitor, instance);
        } catch (SQLException e) {
            throw new IllegalStateException("the rows cannot be counted: " + e.getMessage(), e);
        }
    }
}
