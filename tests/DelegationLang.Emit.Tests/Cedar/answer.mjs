// Puts requests to Cedar: node answer.mjs REQUESTS ANSWERS
// Of each line of the requests, {"folder": path, "requests": [{principal, action, resource, context}]}, one line: what validation finds, and whether each is allowed.
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { policySetTextToParts, preparsePolicySet, preparseSchema, statefulIsAuthorized, validate } from '@cedar-policy/cedar-wasm/nodejs';

// Node.js 20 ends with "unreachable code" where its compiler has put a call of WebAssembly into a function of JavaScript and has to undo that.
setFlagsFromString('--no-turbo-inline-js-wasm-calls');

const [requests, answers] = process.argv.slice(2);
const out = openSync(answers, 'w');
let number = 0;
for (const line of readFileSync(requests, 'utf8').split('\n').filter(line => line.length > 0)) {
  const asked = JSON.parse(line);
  const read = file => readFileSync(`${asked.folder}/${file}`, 'utf8');
  const text = read('policies.cedar'), schema = read('schema.cedarschema'), entities = JSON.parse(read('entities.json'));
  // By their own identifiers, so that the reason of an answer names them: the parts of a text come in no order.
  const staticPolicies = Object.fromEntries(policySetTextToParts(text).policies.map(policy => [/@id\("([^"]*)"\)/.exec(policy)[1], policy]));
  const validation = validate({ validationSettings: { mode: 'strict' }, schema, policies: { staticPolicies } });
  const faults = (validation.errors ?? []).concat(validation.validationErrors ?? []).map(error => JSON.stringify(error));
  const name = `scheme ${number++}`;
  for (const parsed of [preparsePolicySet(name, { staticPolicies }), preparseSchema(name, schema)]) {
    if (parsed.type !== 'success') faults.push(JSON.stringify(parsed));
  }

  const allowed = asked.requests.map(request => {
    const answer = statefulIsAuthorized({ ...request, preparsedPolicySetId: name, preparsedSchemaName: name, validateRequest: true, entities: request.entities ?? entities });
    if (answer.type !== 'success') {
      faults.push(JSON.stringify([request, answer]));
      return null;
    }

    // Each policy that permits says whose signature it is about.
    const permits = answer.response.decision === 'allow' ? answer.response.diagnostics.reason.map(reason => staticPolicies[reason]) : [];
    return {
      allow: answer.response.decision === 'allow', sources: permits.map(policy => (/@source\("([^"]*)"\)/.exec(policy) ?? [])[1] ?? ''),
      isSigned: permits.every(policy => request.context.signedBy.some(name => policy.includes(JSON.stringify(name)))), errors: answer.response.diagnostics.errors.length,
    };
  });
  writeSync(out, JSON.stringify({ faults: faults.slice(0, 5), allowed }) + '\n');
}

closeSync(out);
