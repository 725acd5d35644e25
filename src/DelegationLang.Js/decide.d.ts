/** What is to be decided, by names: those that answers give, or any other name that the scheme gives. Capitals are passed over where that leaves no doubt. */
export interface Question {
  /** A function, a matter or a budget. */
  readonly subject?: string;
  /** A matter; beside a function or a budget as `subject`, the matter in relation to it. */
  readonly matter?: string;
  /** A place; left out, no particular one is said. */
  readonly place?: string;
  /** The amount; left out, any. */
  readonly amount?: Amount | string | number | bigint;
  /** The day, as `2026-05-01`. The library never asks a clock. */
  readonly day: string;
  /** Facts that are known: conditions as true or false, measures as their value in the unit of the scheme (text, or a whole number). */
  readonly facts?: Readonly<Record<string, boolean | string | number | bigint>>;
}

/** An exact amount of money. */
export interface Amount {
  /** The figure as text, such as `"250000.01"`, or a whole number; never negative. A number with a fraction is refused, since it is not exact. */
  readonly value: string | number | bigint;
  /** The ISO 4217 code; `GBP` unless it is said. */
  readonly currency?: string;
  /** What it counts: `contract`, `year`, `decision`, `total`, or a basis of the scheme; left out, it is tried on each basis that limits use. */
  readonly basis?: string;
  /** Whether value added tax is in it; left out, it is tried each way that limits use. */
  readonly vat?: "excluding" | "including";
}

/** A link of a chain of authority, with the sentence by which it holds. */
export interface ChainLink {
  readonly party: string;
  readonly file: string;
  /** From 1; 0 where there is no sentence. */
  readonly line: number;
  readonly via: string;
  readonly reference?: string;
}

/** Who may act for somebody who is away or conflicted. */
export interface Deputy {
  readonly party: string;
  readonly for: string;
  readonly when: string;
  readonly file: string;
  readonly line: number;
}

/** What both answers have: the fields of `delegation ask --json`, without the question. */
export interface Answer {
  /** Who decides; where it depends, everyone who decides in some case; for `may`, the party where the answer is yes. Sorted. */
  readonly deciders: readonly string[];
  /** Whether all the deciders must act together. */
  readonly jointly: boolean;
  /** The groups that may each act without the others. A name that stands twice means two people of it. */
  readonly alternatives: readonly (readonly string[])[];
  /** Those of the deciders who decide by an exceptional power. */
  readonly exceptional: readonly string[];
  readonly underContract: boolean;
  /** Who may act for a decider who is away or conflicted; for `may`, for whom the party may that may not by right of its own. */
  readonly deputies: readonly Deputy[];
  /** What was taken to be so because the question does not say. */
  readonly assumed: readonly string[];
  /** What must come first, in words. */
  readonly steps: readonly string[];
  /** What must come afterwards, in words. */
  readonly duties: readonly string[];
  readonly chain: readonly ChainLink[];
  /** Those who keep authority above the deciders: `may` says yes of them. */
  readonly keepAuthority: readonly string[];
  /** What it depends on: names of facts, and `amount`, `basis`, `VAT`, `place`. */
  readonly dependsOn: readonly string[];
  /** Where it depends: the answer in each case. Cases do not overlap and leave nothing out. */
  readonly cases: readonly (this & { readonly when: readonly string[] })[];
  /** For a matter without a function: the answers in relation to functions for which other sentences give it, where they differ. */
  readonly forFunctions?: readonly (this & { readonly when: readonly string[] })[];
  readonly day: string;
  /** For `error`: why the file does not hold the answer. */
  readonly message?: string;
}

export interface WhoAnswer extends Answer {
  /** `error` where the question has more cases than the file holds: then nobody is permitted anything. */
  readonly outcome: "decided" | "reserved" | "depends" | "nobody" | "error";
  readonly reasons: readonly string[];
}

/** Whether a party may decide alone, though others decide too. Of a no, `alternatives` are the groups that the party is in. */
export interface MayAnswer extends Answer {
  readonly outcome: "yes" | "no" | "depends" | "error";
  /** Only where nobody holds what is asked about that day. */
  readonly reasons?: readonly string[];
}

/** A scheme of delegation, to be asked. Names that it does not have throw a `RangeError`, questions that are none a `TypeError`. */
export interface Scheme {
  readonly title: string;
  readonly version: string;
  /** SHA-256 of the sentences that it was built from; the same in scheme.json and in the C# of the same build. */
  readonly fingerprint: string;
  /** That of scheme.json of the same build. */
  readonly contentHash: string;
  readonly parties: readonly string[];
  readonly subjects: readonly string[];
  readonly places: readonly string[];
  readonly conditions: readonly string[];
  readonly measures: readonly string[];
  /** Who decides something. */
  whoDecides(question: Question): WhoAnswer;
  /** Whether a party may decide something alone, nobody else being wanted. Look at `steps` too: what they say must come first. */
  may(party: string, question: Question): MayAnswer;
  /** The names of those scenarios of the scheme that this reader answers otherwise than the compiler did: always none. */
  failures(): string[];
}

/** Reads a decisions.json, as text or parsed. Throws where it is none, or of a version that this library does not know. */
export function load(json: string | object): Scheme;
