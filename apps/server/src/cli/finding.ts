/** What `sallyport doctor` finds: good, worth a thought, or wrong, with what mends it. */

export type Finding = {
  readonly check: string
  readonly state: 'good' | 'advice' | 'wrong'
  readonly says: string
  /** What to do; absent where all is good. */
  readonly mend?: string
}

export function good(check: string, says: string): Finding {
  return { check, state: 'good', says }
}

export function advice(check: string, says: string, mend: string): Finding {
  return { check, state: 'advice', says, mend }
}

export function wrong(check: string, says: string, mend: string): Finding {
  return { check, state: 'wrong', says, mend }
}
