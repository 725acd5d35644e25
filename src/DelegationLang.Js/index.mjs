// The same as a module: Node.js and bundlers give what decide.js exports, browsers run it as a script.
import * as script from "./decide.js";

const api = script.default ?? globalThis.DelegationDecide;

/** Reads a decisions.json. */
export const load = api.load;
