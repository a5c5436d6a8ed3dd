/** Adds what was read, by itself, and offers to undo it. */

import { type Entry, type EntryDraft, nameOf, sameEntry } from '@sallyport/vault'
import { useToast } from '../../host/use-toast.ts'
import { useVault } from '../../vault/vault-context.tsx'
import { useAddTexts } from '../use-add-texts.ts'
import { type Intake, takeIn } from './intake.ts'

export type Taken = {
  readonly intake: Intake
  readonly added: readonly Entry[]
  /** False where the browser could not keep what should have been added. */
  readonly stored: boolean
}

export type Adding = {
  /** Adds accounts and says so; undefined where the browser could not keep them. */
  readonly add: (drafts: readonly EntryDraft[]) => Promise<readonly Entry[] | undefined>
  /** Reads texts and adds the accounts in them that are not here yet and want nothing more. */
  readonly take: (texts: readonly string[]) => Promise<Taken>
  /** Whether the same account is here already. */
  readonly isHere: (draft: EntryDraft) => boolean
  /** Reads texts and adds nothing. */
  readonly look: (texts: readonly string[]) => Promise<Intake>
}

export function useTakeIn(): Adding {
  const { keeper, actions } = useVault()
  const words = useAddTexts().taken
  const toast = useToast()

  function here(): readonly EntryDraft[] {
    const state = keeper.state()
    return state.state === 'open'
      ? state.open.content.entries.filter(({ removedAt }) => removedAt === undefined)
      : []
  }

  async function add(drafts: readonly EntryDraft[]): Promise<readonly Entry[] | undefined> {
    const entries = await actions.add(drafts).catch(() => undefined)
    const [only] = entries ?? []
    if (entries === undefined || only === undefined) return entries
    toast({
      message:
        entries.length === 1 ? words.added(nameOf(only) || words.noName) : words.addedMany(entries.length),
      onUndo: () => void actions.erase(entries.map(({ id }) => id)),
    })
    return entries
  }

  return {
    add,
    isHere: (draft) => here().some((entry) => sameEntry(entry, draft)),
    look: (texts) => takeIn(texts, here()),
    async take(texts) {
      const intake = await takeIn(texts, here())
      const whole = intake.fresh.filter(({ needsPin }) => !needsPin).map(({ draft }) => draft)
      const added = whole.length === 0 ? [] : await add(whole)
      const [same] = intake.same
      if (added?.length === 0 && same !== undefined)
        toast({
          message:
            intake.same.length === 1
              ? words.same(nameOf(same) || words.noName)
              : words.sameMany(intake.same.length),
        })
      return { intake, added: added ?? [], stored: added !== undefined }
    },
  }
}
