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
  /** Reads texts and adds the accounts in them that are not here yet and want nothing more; says nothing. */
  readonly take: (texts: readonly string[]) => Promise<Taken>
  /** Says what was added, with an undo for all of it, or else that it was here already. */
  readonly say: (added: readonly Entry[], same: readonly EntryDraft[]) => void
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

  function say(added: readonly Entry[], same: readonly EntryDraft[]): void {
    const [first] = added.length > 0 ? added : same
    if (first === undefined) return
    const name = nameOf(first) || words.noName
    if (added.length === 0)
      toast({ message: same.length === 1 ? words.same(name) : words.sameMany(same.length) })
    else
      toast({
        message: added.length === 1 ? words.added(name) : words.addedMany(added.length),
        onUndo: () => void actions.erase(added.map(({ id }) => id)),
      })
  }

  function store(drafts: readonly EntryDraft[]): Promise<readonly Entry[] | undefined> {
    return actions.add(drafts).catch(() => undefined)
  }

  return {
    async add(drafts) {
      const entries = await store(drafts)
      say(entries ?? [], [])
      return entries
    },
    say,
    isHere: (draft) => here().some((entry) => sameEntry(entry, draft)),
    look: (texts) => takeIn(texts, here()),
    async take(texts) {
      const intake = await takeIn(texts, here())
      const whole = intake.fresh.filter(({ needsPin }) => !needsPin).map(({ draft }) => draft)
      const added = whole.length === 0 ? [] : await store(whole)
      return { intake, added: added ?? [], stored: added !== undefined }
    },
  }
}
