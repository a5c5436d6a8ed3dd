/** The wire of importing RAM users: a preview of a whole file, then its lines a few at a time. */
import { Type } from 'typebox'
import { defineEndpoints } from './endpoint.ts'
import { Email, exact, nullable } from './fields.ts'
import {
  IMPORT_BATCH,
  IMPORT_LINES,
  type LineFault,
  type LineRefusal,
  lineFaults,
  lineRefusals,
} from './import-lines.ts'
import { FirstPassword } from './ram-endpoints.ts'

/** The most groups that a user can be in. */
export const GROUPS_OF_USER = 10

/** A line as it can be imported. */
export const ImportLine = exact({
  line: Type.Integer({ minimum: 1, description: 'in the file' }),
  name: Type.String({ minLength: 1, maxLength: 64 }),
  displayName: Type.String({ maxLength: 128 }),
  email: nullable(Email),
  phone: nullable(Type.String({ minLength: 1, maxLength: 32 })),
  comment: Type.String({ maxLength: 128 }),
  mfaBindRequired: Type.Boolean(),
  groups: Type.Array(Type.String({ minLength: 1, maxLength: 64 }), { maxItems: GROUPS_OF_USER }),
})

const Refusal = Type.Unsafe<LineRefusal>(Type.Union(lineRefusals.map((code) => Type.Literal(code))))
const Outcome = Type.Unsafe<'create' | LineRefusal | LineFault>(
  Type.Union([
    Type.Literal('create'),
    ...lineRefusals.map((code) => Type.Literal(code)),
    ...Object.keys(lineFaults).map((code) => Type.Literal(code)),
  ]),
)

const guarded = ['sign_in_needed', 'permission_denied', 'too_often'] as const

export const ramImportEndpoints = defineEndpoints({
  'POST /api/ram/imports/preview': {
    access: 'session',
    permission: 'users.write',
    tag: 'RAM users',
    summary: 'What an import of a CSV file would do, line by line; writes nothing',
    body: exact({
      csv: Type.String({
        maxLength: 2 * 1024 * 1024,
        description: `RFC 4180 with a header; at most ${IMPORT_LINES} lines below it and 1 MiB`,
      }),
      firstPassword: FirstPassword,
    }),
    largestBodyBytes: 2 * 1024 * 1024,
    reply: exact({
      lines: Type.Array(
        exact({ line: Type.Integer(), name: Type.String(), outcome: Outcome, user: nullable(ImportLine) }),
      ),
    }),
    refusals: [
      ...guarded,
      'import_too_large',
      'import_malformed',
      'import_empty',
      'import_column_unknown',
      'import_column_missing',
      'import_column_repeated',
    ],
  },
  'POST /api/ram/imports': {
    access: 'session',
    permission: 'users.write',
    tag: 'RAM users',
    summary:
      'Create users from lines that a preview let through, each by itself; generated passwords are shown this once',
    body: exact({
      lines: Type.Array(ImportLine, { minItems: 1, maxItems: IMPORT_BATCH }),
      firstPassword: FirstPassword,
    }),
    largestBodyBytes: 256 * 1024,
    reply: exact({
      lines: Type.Array(
        exact({
          line: Type.Integer(),
          name: Type.String(),
          id: nullable(Type.String()),
          generatedPassword: nullable(Type.String()),
          /** Why the line made no user. */
          refused: nullable(Refusal),
          retryAfterSeconds: nullable(Type.Integer()),
        }),
      ),
    }),
    refusals: ['sign_in_needed', 'permission_denied', 'step_up_needed'],
  },
})
