/** Carries out an act of the contract; where the server wants proof first, asks for it and carries the act out again. */
import type { EndpointKey, Reply } from '@sallyport/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { type Purpose, useConfirm } from '../proof/confirm-context.ts'
import { call, type Input, type Refused } from '../wire/call.ts'
import { leaveWhereDue } from './leave-where-due.ts'

type OnRefused = (refused: Refused) => void

/** The state of an act and the way to carry it out. */
export type Act<K extends EndpointKey> = {
  /**
   * Gives the reply, or null when it was refused or the proof was not given. A second call while busy does nothing.
   * `onRefused` hears a refusal at once, for what the fields then do.
   */
  readonly run: (input?: Input<K>, onRefused?: OnRefused) => Promise<Reply<K> | null>
  readonly busy: boolean
  /** The proof is being asked for: a dialog of the page's own steps back meanwhile. */
  readonly confirming: boolean
  readonly refused: Refused | null
  /** Forgets a refusal that no longer says what is in the fields. */
  readonly forget: () => void
}

/** Refusals that a proof of identity mends. */
const wantsProof = new Set<Refused['code']>(['step_up_needed', 'verification_needed'])

/** @param purpose what the proof is asked for; without it the refusal stands */
export function useAct<K extends EndpointKey>(key: K, purpose?: Purpose): Act<K> {
  const client = useQueryClient()
  const confirm = useConfirm()
  const running = useRef(false)
  const [busy, setBusy] = useState(false)
  const [confirming, setConfirming] = useState(false)
  const [refused, setRefused] = useState<Refused | null>(null)

  async function carryOut(input: Input<K>, onRefused?: OnRefused): Promise<Reply<K> | null> {
    let answer = await call(key, input)
    if (!answer.ok && purpose !== undefined && wantsProof.has(answer.refused.code)) {
      setConfirming(true)
      const given = await confirm(purpose)
      setConfirming(false)
      if (!given) return null
      answer = await call(key, input)
    }
    if (answer.ok) {
      void client.invalidateQueries()
      return answer.value
    }
    if (leaveWhereDue(answer.refused)) return null
    setRefused(answer.refused)
    onRefused?.(answer.refused)
    return null
  }

  async function run(input: Input<K> = {}, onRefused?: OnRefused): Promise<Reply<K> | null> {
    if (running.current) return null
    running.current = true
    setBusy(true)
    setRefused(null)
    try {
      return await carryOut(input, onRefused)
    } finally {
      running.current = false
      setBusy(false)
    }
  }

  return { run, busy, confirming, refused, forget: () => setRefused(null) }
}
