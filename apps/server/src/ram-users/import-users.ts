/** Creates users from lines of a file, each by itself. */
import type { LineRefusal, Reply } from '@sallyport/contract'
import type { RequestContext } from '../kernel/principal.ts'
import { isRefused, type Refused } from '../kernel/refusal.ts'
import { type Actor, proofOf } from './act-on-user.ts'
import { createUser } from './create-user.ts'
import type { RamUserDeps } from './deps.ts'
import type { FirstPasswordKind } from './first-password.ts'
import { type ImportLine, typedUser } from './preview-import.ts'

export type ImportedLine = Reply<'POST /api/ram/imports'>['lines'][number]

/**
 * One after another, so that an import takes one place in the queue of hashes. What a line made stays, whatever becomes
 * of those behind it.
 *
 * Refuses: step_up_needed; a line tells for itself what else was refused.
 */
export async function importUsers(
  deps: RamUserDeps,
  actor: Actor,
  input: { lines: readonly ImportLine[]; firstPassword: FirstPasswordKind },
  context: RequestContext,
): Promise<readonly ImportedLine[] | Refused> {
  const needed = await proofOf(deps, actor)
  if (needed) return needed
  const done: ImportedLine[] = []
  for (const line of input.lines) {
    const made = await createUser(deps, actor, typedUser(line, input.firstPassword), context, 'file')
    done.push({
      line: line.line,
      name: line.name,
      ...(isRefused(made)
        ? {
            id: null,
            generatedPassword: null,
            refused: made.refused as LineRefusal,
            retryAfterSeconds: made.told.retryAfterSeconds ?? null,
          }
        : {
            id: made.user.principalId,
            generatedPassword: made.generatedPassword?.open() ?? null,
            refused: null,
            retryAfterSeconds: null,
          }),
    })
  }
  return done
}
