package org.peekplatform.api.live;

import org.peekplatform.api.Registration;

/**
 * Live data of one plugin: what devices can observe, and the news that it has changed.
 *
 * <p>On the server it is what all devices see; on the client service it is data that this instance makes itself. All
 * methods may be called from any thread; those that tell of changes return at once. What is told within a transaction
 * takes effect when that has committed, and not at all when it is rolled back.
 *
 * @since 0.1
 */
public interface Tuples {

    /**
     * Offers tuples of one type.
     *
     * @param tuple a record with {@link Tuple}
     * @param access who may observe which selector; asked for every device
     * @param provider loads what a selector names
     * @return takes the offer back; who observes keeps what they have
     * @throws IllegalStateException when this part offers the type already
     * @throws IllegalArgumentException when the type is no record with {@link Tuple}
     */
    <T extends Record> Registration provide(
            Class<T> tuple, Access<? super TupleSelector> access, TupleProvider<T> provider);

    /** One selector has changed. Costs next to nothing when nobody observes it; many calls at once become one load. */
    void changed(TupleSelector selector);

    /** Every observed selector of a type may have changed. */
    void changedAll(Class<? extends Record> tuple);

    /**
     * Decides for a kind of event which selectors it changes.
     *
     * @return takes the mapper back
     */
    <E> Registration map(Class<E> event, SelectorMapper<? super E> mapper);

    /** Something happened: the mappers of its class name the selectors that have changed. */
    void happened(Object event);
}
