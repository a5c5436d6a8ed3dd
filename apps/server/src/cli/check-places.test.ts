/** What `sallyport doctor` says of the file of places. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FIXTURE } from '../../../../tools/make-place-fixture.ts'
import { readConfiguration } from '../configuration.ts'
import { DAY } from '../kernel/clock.ts'
import { checkPlaces } from './check-places.ts'

const BUILT_AT = Date.UTC(2026, 10, 1)

test('the file of places is named by kind and age, and an old one is worth a thought; none is needed', () => {
  const at = (days: number, env: Record<string, string>) =>
    checkPlaces(readConfiguration(env, '/srv'), { now: () => BUILT_AT + days * DAY })
  assert.deepEqual(at(0, {}), [])
  const [fresh] = at(60, { SALLYPORT_GEO_FILE: FIXTURE })
  assert.deepEqual([fresh?.state, fresh?.says], ['good', 'Documentation-City, made 60 days ago'])
  const [old] = at(61, { SALLYPORT_GEO_FILE: FIXTURE })
  assert.equal(old?.state, 'advice')
  assert.ok(old?.mend)
})
