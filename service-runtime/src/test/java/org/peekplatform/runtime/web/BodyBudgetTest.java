package org.peekplatform.runtime.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BodyBudgetTest {
    private final BodyBudget budget = new BodyBudget(400);

    @Test
    void givesOneAddressAQuarterAndTheOthersTheRest() {
        assertThat(budget.take("a", 100)).isTrue();
        assertThat(budget.take("a", 1)).isFalse();
        assertThat(budget.take("b", 100)).isTrue();
        assertThat(budget.take("c", 100)).isTrue();
        assertThat(budget.take("d", 100)).isTrue();
        assertThat(budget.take("e", 1)).isFalse();
    }

    @Test
    void takesBackWhatIsGivenAndForgetsTheAddress() {
        budget.take("a", 60);
        budget.take("a", 40);
        budget.give("a", 60);
        assertThat(budget.take("a", 61)).isFalse();
        budget.give("a", 40);

        assertThat(budget.taken()).isZero();
        assertThat(budget.take("a", 100)).isTrue();
    }
}
