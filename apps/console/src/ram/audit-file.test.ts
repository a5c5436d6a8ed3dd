import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type AuditEvent, auditCsv, auditJsonLines } from './audit-file.ts'

const event: AuditEvent = {
  seq: 7,
  at: '2026-11-24T10:00:00.000Z',
  action: 'mfa.bound',
  outcome: 'succeeded',
  reason: null,
  factors: ['knowledge', 'possession'],
  actor: 'prn_a',
  actorName: 'wei@acme',
  subject: 'prn_a',
  subjectName: 'wei@acme',
  address: '192.0.2.7',
  browser: 'Firefox on Linux',
  details: { deviceName: 'Phone, "old"' },
}

test('a line an event under a header; commas and quotes stay inside their cell', () => {
  const [header, line, end] = auditCsv([event]).split('\r\n')
  assert.equal(
    header,
    'seq,at,action,outcome,reason,factors,actor,actorName,subject,subjectName,address,browser,details',
  )
  assert.equal(
    line,
    '7,2026-11-24T10:00:00.000Z,mfa.bound,succeeded,,knowledge possession,prn_a,wei@acme,prn_a,wei@acme,192.0.2.7,Firefox on Linux,"{""deviceName"":""Phone, \\""old\\""""}"',
  )
  assert.equal(end, '')
})

test('a name that begins like a formula is none in a spreadsheet', () => {
  for (const actorName of ['=1+1', '+1', '-1', '@SUM(A1)', '\tx'])
    assert.ok(auditCsv([{ ...event, actorName }]).includes(`,'${actorName},`), actorName)
})

test('JSON lines give back the events', () => {
  const lines = auditJsonLines([event, { ...event, seq: 6 }])
    .trimEnd()
    .split('\n')
  assert.deepEqual(
    lines.map((line) => JSON.parse(line) as unknown),
    [event, { ...event, seq: 6 }],
  )
  assert.equal(auditJsonLines([]), '')
})
