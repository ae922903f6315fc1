/** The parts that are asked, in the order in which they are shown. */
export const PARTS = ['agent', 'worker', 'database', 'workerDatabase', 'client'] as const;

export type Part = (typeof PARTS)[number];

/** What a part said: value, instance and latency, or else an error. */
export interface PartAnswer {
  readonly value?: string;
  readonly instance?: string;
  readonly latencyMillis?: number;
  readonly error?: string;
}

/** What `GET /server/noop/answers` gives. */
export type Answers = Readonly<Record<Part, PartAnswer>>;
