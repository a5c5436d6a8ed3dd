/** One transaction over the ports that a rule names. */

/**
 * Runs `work` with the stores in one transaction. A returned value (a refusal too) commits, an exception rolls back.
 * The promise settles only when the outcome is on disk. `work` must await nothing but its stores.
 */
export type Atomically<S> = <T>(work: (stores: S) => Promise<T>) => Promise<T>
