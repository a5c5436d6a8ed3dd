/** Throttle counters, the outbox, the audit trail and what it amounts to by day. */
import type { Migration } from '../migration.ts'

export const recordsMigration: Migration = {
  name: '0004-records',
  up: ({ integer, options }) => [
    `CREATE TABLE otp_budget (
      account_id TEXT NOT NULL, principal_id TEXT NOT NULL, bucket TEXT NOT NULL, tokens ${integer} NOT NULL, refilled_at ${integer} NOT NULL,
      PRIMARY KEY (account_id, principal_id, bucket)) ${options}`,
    `CREATE TABLE challenge_tries (
      account_id TEXT NOT NULL, challenge_id TEXT NOT NULL, tries ${integer} NOT NULL, reserved ${integer} NOT NULL, bucket TEXT NOT NULL, expires_at ${integer} NOT NULL,
      PRIMARY KEY (account_id, challenge_id)) ${options}`,
    `CREATE TABLE hit (
      account_id TEXT NOT NULL, scope TEXT NOT NULL, subject TEXT NOT NULL, at ${integer} NOT NULL, hit_id TEXT NOT NULL,
      PRIMARY KEY (account_id, scope, subject, at, hit_id)) ${options}`,
    `CREATE INDEX hit_at ON hit (at)`,
    `CREATE TABLE password_failures (
      subject TEXT NOT NULL PRIMARY KEY, failures ${integer} NOT NULL, recent TEXT NOT NULL, wait_until ${integer} NOT NULL, at ${integer} NOT NULL) ${options}`,
    `CREATE TABLE outbox (
      account_id TEXT NOT NULL, message_id TEXT NOT NULL, channel TEXT NOT NULL, sealed TEXT NOT NULL, state TEXT NOT NULL, tries ${integer} NOT NULL,
      next_at ${integer} NOT NULL, created_at ${integer} NOT NULL, expires_at ${integer} NOT NULL, delivered_at ${integer}, fault TEXT,
      PRIMARY KEY (account_id, message_id)) ${options}`,
    `CREATE INDEX outbox_due ON outbox (state, next_at)`,
    `CREATE TABLE audit_event (
      account_id TEXT NOT NULL, seq ${integer} NOT NULL, at ${integer} NOT NULL, actor TEXT NOT NULL, subject TEXT NOT NULL, action TEXT NOT NULL,
      outcome TEXT NOT NULL, reason TEXT, factors TEXT NOT NULL, address TEXT, browser TEXT, request_id TEXT NOT NULL, details TEXT NOT NULL,
      prev TEXT NOT NULL, hash TEXT NOT NULL,
      PRIMARY KEY (account_id, seq)) ${options}`,
    `CREATE INDEX audit_event_subject ON audit_event (account_id, subject, seq, action, outcome)`,
    `CREATE INDEX audit_event_action ON audit_event (account_id, action, outcome, seq)`,
    `CREATE INDEX audit_event_outcome ON audit_event (account_id, outcome, seq)`,
    `CREATE TABLE audit_day (
      account_id TEXT NOT NULL, day TEXT NOT NULL, sign_ins ${integer} NOT NULL, two_step_sign_ins ${integer} NOT NULL, refused ${integer} NOT NULL,
      PRIMARY KEY (account_id, day)) ${options}`,
  ],
}
