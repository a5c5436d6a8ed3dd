/** The reference pages of the docs, made from the code, so that they cannot say anything else than it does. */
import { auditActions } from '../apps/server/src/audit/action.ts'
import { helpOf, overallHelp, usageOf } from '../apps/server/src/cli/help.ts'
import { verbs } from '../apps/server/src/cli/verbs.ts'
import { variables } from '../apps/server/src/variables.ts'
import { type EndpointKey, endpointOf, endpoints, refusals } from '../packages/contract/src/index.ts'
import { describeSchema } from './describe-schema.ts'

const MADE = '<!-- Made by tools/write-reference.ts from the code; change the code and run it again. -->'

/** Each page's path from the top of the project, and its text. */
export function referencePages(): Readonly<Record<string, string>> {
  return {
    'docs/reference/configuration.md': configurationPage(),
    'docs/reference/refusals.md': refusalsPage(),
    'docs/reference/api.md': apiPage(),
    'docs/reference/audit-events.md': auditPage(),
    'docs/reference/command-line.md': commandLinePage(),
  }
}

function configurationPage(): string {
  const rows = variables.map(
    ({ name, default: standard, meaning }) => `| \`${name}\` | ${standard} | ${meaning} |`,
  )
  return page(
    'Configuration',
    `Environment variables, and a \`.env\` file in the folder that the server is started from; the environment prevails. They are read
once, at the start. A variable that begins with \`SALLYPORT_\` and is not listed here, or one that is malformed, stops the start
with one line; an empty one counts as not set. \`sallyport doctor\` looks at them without starting anything.`,
    ['| variable | default | meaning |', '| --- | --- | --- |', ...rows].join('\n'),
  )
}

function refusalsPage(): string {
  const rows = Object.entries(refusals).map(
    ([code, { status, sentence }]) => `| \`${code}\` | ${status} | ${sentence} |`,
  )
  return page(
    'Refusals',
    `A request that is refused is answered with a problem document (RFC 9457, \`application/problem+json\`). Its \`code\` is one
of these and stays what it is; the sentence tells a person what to do. Beside it can stand \`field\`, \`triesLeft\`,
\`retryAfterSeconds\` (also as the header \`Retry-After\`) and what else helps a page to say what is wrong. A refused request
changes nothing.`,
    ['| code | status | sentence |', '| --- | --- | --- |', ...rows].join('\n'),
  )
}

function apiPage(): string {
  const keys = Object.keys(endpoints) as EndpointKey[]
  const tags = [...new Set(keys.map((key) => endpointOf(key).tag))]
  const sections = tags.map((tag) =>
    [`## ${tag}`, ...keys.filter((key) => endpointOf(key).tag === tag).map(endpointSection)].join('\n\n'),
  )
  return page(
    'HTTP API',
    `The running server gives the same as OpenAPI 3.1 at \`/openapi.json\`. Bodies are JSON; unknown fields are refused and nothing
is coerced. \`session\` needs the cookie of a signed-in browser, \`attempt\` that of a sign-in between its two steps, \`public\`
neither. A request that changes something and carries a cookie must come from the server's own origin
([why](../decisions/0006-origin-check.md)). Every endpoint may also answer \`invalid_request\`, \`foreign_host\`,
\`foreign_origin\`, \`body_too_large\`, \`unsupported_media_type\` and \`server_fault\`.`,
    sections.join('\n\n'),
  )
}

function endpointSection(key: EndpointKey): string {
  const endpoint = endpointOf(key)
  const rows = [
    `- for: \`${endpoint.access}\``,
    ...(endpoint.params ? [`- in the path: ${describeSchema(endpoint.params)}`] : []),
    ...(endpoint.query ? [`- in the query: ${describeSchema(endpoint.query)}`] : []),
    ...(endpoint.body ? [`- body: ${describeSchema(endpoint.body)}`] : []),
    `- answer: ${describeSchema(endpoint.reply)}`,
    ...(endpoint.refusals.length === 0
      ? []
      : [`- refuses: ${endpoint.refusals.map((code) => `\`${code}\``).join(', ')}`]),
  ]
  return [`### \`${key}\``, `${endpoint.summary}.`, rows.join('\n')].join('\n\n')
}

function auditPage(): string {
  return page(
    'Audit events',
    `The audit trail records these actions, each with actor, subject, outcome (\`succeeded\` or \`refused\`), reason, the factor
classes that were proven, client address, browser and request id. An event is written in the transaction of the change it
tells of, and each carries the hash of the one before it in its account; \`sallyport audit verify\` reads the chains.`,
    auditActions.map((action) => `- \`${action}\``).join('\n'),
  )
}

function commandLinePage(): string {
  const sections = verbs.map((verb) => [`## \`${usageOf(verb)}\``, fenced(helpOf(verb))].join('\n\n'))
  return page('Command line', '', [fenced(overallHelp(verbs)), ...sections].join('\n\n'))
}

function fenced(text: string): string {
  return ['```text', text, '```'].join('\n')
}

function page(title: string, lead: string, body: string): string {
  return `${[`# ${title}`, MADE, lead, body].filter((part) => part !== '').join('\n\n')}\n`
}
