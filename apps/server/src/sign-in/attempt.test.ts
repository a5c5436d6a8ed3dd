/** The attempt explored to its end: every sequence of happenings from every start, until no new state appears. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { FactorClass, Level, Proof, ProofKind } from '../kernel/proof.ts'
import { ATTEMPT_LIFE, type Attempt, beginAttempt, type Happening, step, TRIES } from './attempt.ts'

const KINDS: readonly ProofKind[] = [
  'password',
  'virtual_mfa',
  'recovery_code',
  'email_code',
  'phone_code',
  'bypass_code',
]
const CLASSES: readonly FactorClass[] = ['knowledge', 'possession', 'inherence']
/** The password's own source, and another. */
const SOURCES = ['password', 'elsewhere']

const PROOFS: readonly Proof[] = KINDS.flatMap((kind) =>
  CLASSES.flatMap((factorClass) => SOURCES.map((source) => ({ kind, factorClass, source, at: 0 }))),
)
const HAPPENINGS: readonly Happening[] = [
  ...PROOFS.map((proof) => ({ kind: 'proved', proof }) as const),
  { kind: 'wrong' },
  { kind: 'cancelled' },
  { kind: 'superseded' },
]
/** Just begun, the last moment, and the moment that is too late. */
const MOMENTS = [0, ATTEMPT_LIFE - 1, ATTEMPT_LIFE]

type Visit = { readonly attempt: Attempt; readonly at: number }
type Edge = { readonly from: Visit; readonly happening: Happening; readonly to: Visit }

/** Every step that can be reached, breadth first; time never runs back. */
function explore(needs: Level): { edges: readonly Edge[]; states: ReadonlyMap<string, Attempt> } {
  const seen = new Map<string, Visit>()
  const edges: Edge[] = []
  let front: Visit[] = [{ attempt: beginAttempt(needs, 0), at: 0 }]
  while (front.length > 0) {
    const next: Visit[] = []
    for (const from of front) {
      for (const happening of HAPPENINGS) {
        for (const at of MOMENTS.filter((moment) => moment >= from.at)) {
          const to = { attempt: step(from.attempt, happening, at), at }
          edges.push({ from, happening, to })
          const key = JSON.stringify(to)
          if (seen.has(key)) continue
          seen.set(key, to)
          next.push(to)
        }
      }
    }
    assert.ok(seen.size < 1000, 'the states are finite')
    front = next
  }
  return {
    edges,
    states: new Map([...seen.values()].map(({ attempt }) => [JSON.stringify(attempt), attempt])),
  }
}

for (const needs of ['aal1', 'aal2'] as const) {
  const { edges, states } = explore(needs)

  test(`an attempt that needs ${needs} visits every kind of state that it can have, and no other`, () => {
    const kinds = [...states.values()].map((attempt) =>
      attempt.state === 'dead' ? attempt.reason : attempt.state,
    )
    const reachable = ['begun', 'cancelled', 'done', 'expired', 'superseded']
    assert.deepEqual(
      [...new Set(kinds)].sort(),
      (needs === 'aal1' ? reachable : [...reachable, 'second_step', 'tries_used']).sort(),
    )
  })

  test(`C1: no path of an attempt that needs ${needs} is done without the needed proofs`, () => {
    for (const attempt of states.values()) {
      if (attempt.state !== 'done') continue
      const [first, second, ...more] = attempt.proofs
      assert.equal(first?.kind, 'password')
      assert.equal(more.length, 0)
      if (needs === 'aal2' && second?.kind === 'bypass_code') {
        // Done, and never two factors: the session owes the set-up.
        assert.equal(attempt.level, 'aal1')
        continue
      }
      assert.equal(attempt.level, needs)
      if (needs === 'aal1') {
        assert.equal(second, undefined)
        continue
      }
      assert.ok(second?.kind === 'virtual_mfa' || second?.kind === 'recovery_code', JSON.stringify(second))
      assert.notEqual(second.factorClass, first.factorClass)
      assert.notEqual(second.source, first.source)
    }
  })

  test(`an attempt that needs ${needs} becomes done only by a proof, in time, from a live state`, () => {
    for (const { from, happening, to } of edges) {
      if (to.attempt.state !== 'done' || from.attempt.state === 'done') continue
      assert.equal(happening.kind, 'proved')
      assert.ok(to.at < ATTEMPT_LIFE)
      assert.equal(from.attempt.state, needs === 'aal1' ? 'begun' : 'second_step')
    }
  })

  test(`what is done or dead stays so, where ${needs} is needed`, () => {
    for (const { from, to } of edges) {
      if (from.attempt.state === 'done' || from.attempt.state === 'dead')
        assert.equal(to.attempt, from.attempt)
    }
  })

  test(`B8: whatever happens after its end, an attempt that needs ${needs} is dead`, () => {
    for (const { from, to } of edges) {
      if (to.at >= ATTEMPT_LIFE && from.attempt.state !== 'done') assert.equal(to.attempt.state, 'dead')
    }
  })

  test(`the end of an attempt that needs ${needs} is never put off`, () => {
    for (const attempt of states.values()) {
      if ('expiresAt' in attempt) assert.equal(attempt.expiresAt, ATTEMPT_LIFE)
    }
  })
}

test('A12: wrong codes are never forgotten within an attempt, and the fifth kills it', () => {
  for (const { from, to, happening } of explore('aal2').edges) {
    if (from.attempt.state !== 'second_step') continue
    const { wrong } = from.attempt
    assert.ok(wrong < TRIES)
    if (to.attempt.state === 'second_step')
      assert.equal(to.attempt.wrong, happening.kind === 'wrong' ? wrong + 1 : wrong)
    if (happening.kind === 'wrong' && wrong === TRIES - 1) assert.equal(to.attempt.state, 'dead')
  }
})
