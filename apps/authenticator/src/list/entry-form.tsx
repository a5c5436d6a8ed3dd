/** The names of an account, its tags and its note. */
import { Button, TextField } from '@sallyport/ui'
import type { Entry } from '@sallyport/vault'
import { type FormEvent, useId, useState } from 'react'
import { useBackupTexts } from '../backup/use-backup-texts.ts'
import { useToast } from '../host/use-toast.ts'
import { useTexts } from '../text/use-texts.ts'
import { useVault } from '../vault/vault-context.tsx'
import styles from './entry.module.css'
import { joinTags, splitTags } from './split-tags.ts'
import { Tile } from './tile.tsx'

export function EntryForm({ entry, onSaved }: { readonly entry: Entry; readonly onSaved: () => void }) {
  const words = useBackupTexts().entry
  const { failed } = useTexts().list
  const { actions } = useVault()
  const toast = useToast()
  const id = useId()
  const [issuer, setIssuer] = useState(entry.issuer)
  const [account, setAccount] = useState(entry.account)
  const [letter, setLetter] = useState(entry.letter)
  const [tags, setTags] = useState(joinTags(entry.tags))
  const [note, setNote] = useState(entry.note)
  const [isNameless, setNameless] = useState(false)

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault()
    const named = { issuer: issuer.trim(), account: account.trim() }
    if (named.issuer === '' && named.account === '') return setNameless(true)
    setNameless(false)
    try {
      await actions.change(entry.id, {
        ...named,
        letter: firstOf(letter),
        tags: splitTags(tags),
        note: note.trim(),
      })
    } catch {
      return toast({ message: failed })
    }
    toast({ message: words.saved })
    onSaved()
  }

  return (
    <form className={styles['form']} onSubmit={(event) => void submit(event)}>
      <TextField
        label={words.issuer}
        name="issuer"
        value={issuer}
        onChange={setIssuer}
        autoComplete="off"
        error={isNameless ? words.nameless : undefined}
      />
      <TextField
        label={words.account}
        name="account"
        value={account}
        onChange={setAccount}
        autoComplete="off"
      />
      <TextField
        label={words.tags}
        name="tags"
        value={tags}
        onChange={setTags}
        autoComplete="off"
        description={words.tagsWhat}
      />
      <div className={styles['letter']}>
        <Tile entry={{ issuer, account, letter: firstOf(letter) }} />
        <TextField
          label={words.letter}
          name="letter"
          value={letter}
          onChange={setLetter}
          autoComplete="off"
          description={words.letterWhat}
        />
      </div>
      <div className={styles['note']}>
        <label htmlFor={id}>{words.note}</label>
        <textarea id={id} rows={3} value={note} onChange={(event) => setNote(event.target.value)} />
      </div>
      <div className={styles['start']}>
        <Button kind="filled" type="submit">
          {words.save}
        </Button>
      </div>
    </form>
  )
}

/** What people see as one character may be several to the machine. */
function firstOf(typed: string): string {
  const [first] = new Intl.Segmenter().segment(typed.trim())
  return first?.segment ?? ''
}
