/** The table of verbs; the first is the default. */
import { setAccountAlias } from './accounts-alias.ts'
import { listAccounts } from './accounts-list.ts'
import { verifyAudit } from './audit-verify.ts'
import { examine } from './doctor.ts'
import { createAccountGroup, deleteAccountGroup, listAccountGroups } from './groups.ts'
import { changeMembersTo } from './groups-members.ts'
import { resetMfaOf } from './mfa-reset.ts'
import { mfaStatus } from './mfa-status.ts'
import { migrateDatabase } from './migrate.ts'
import { enforcePolicy } from './policy-enforce.ts'
import { previewPolicy } from './policy-preview.ts'
import { showPolicy } from './policy-show.ts'
import { serveUntilEnd } from './serve.ts'
import { totpCode } from './totp.ts'
import { createAccountUser } from './users-create.ts'
import { importAccountUsers } from './users-import.ts'
import { listAccountUsers } from './users-list.ts'
import { moveBy } from './users-move.ts'
import { resetMfaOfUser } from './users-reset-mfa.ts'
import type { Verb } from './verb.ts'

export const verbs: readonly Verb[] = [
  {
    name: 'serve',
    takes: [],
    summary: 'Start the server (the default)',
    details: [
      'Brings the database up to date, starts the server and prints where it is. Ctrl-C and SIGTERM end it;',
      'requests in flight are answered first.',
    ],
    run: serveUntilEnd,
  },
  {
    name: 'migrate',
    takes: [],
    summary: 'Bring the database up to date',
    details: [
      'Applies the migrations that are missing, all or none. The server does the same when it starts.',
    ],
    run: migrateDatabase,
  },
  {
    name: 'doctor',
    takes: [],
    summary: 'Look for what is wrong, and say what mends it',
    details: [
      'Looks at configuration, data folder, database, keys, disk, clock, hashing, mail and text messages.',
      'Changes nothing and sends nothing. Advice is no failure; what is wrong is.',
    ],
    run: examine,
  },
  {
    name: 'accounts list',
    takes: [],
    summary: 'List the accounts',
    details: ['One line an account: its id, when it was made, its email address.'],
    run: listAccounts,
  },
  {
    name: 'accounts alias',
    takes: ['<account>', '<alias>'],
    summary: 'Give an account an alias, by which its users sign in',
    details: [
      'The account is named by its id, its alias, or the email address of its owner. An alias has 3 to 32 small',
      'letters, digits and single hyphens; - takes it away, and users sign in by the id of the account alone.',
    ],
    run: setAccountAlias,
  },
  {
    name: 'mfa status',
    takes: ['<principal>'],
    summary: 'Show the second factors of a principal',
    details: ['The principal is named as at sign-in: by the email address, or as name@alias.'],
    run: mfaStatus,
  },
  {
    name: 'mfa reset',
    takes: ['<principal>'],
    summary: 'Remove all second factors of a principal (break glass)',
    details: [
      'For somebody who lost device and recovery codes. Removes virtual MFA devices, recovery codes and known',
      'browsers and ends the sessions; the password stays. It stands in the audit trail, and every address on file',
      'is told. Be sure who is asking.',
    ],
    run: resetMfaOf,
  },
  {
    name: 'users list',
    takes: ['<account>'],
    summary: 'List the RAM users of an account',
    details: ['One line a user: name, state, whether MFA is on, role. Those in the bin are left out.'],
    run: listAccountUsers,
  },
  {
    name: 'users create',
    takes: ['<account>', '<name>', '<email>'],
    summary: 'Create a RAM user',
    details: [
      'An invitation goes to the email address; with - instead of one, a first password is printed, which works',
      'for 72 hours and must be changed.',
    ],
    run: createAccountUser,
  },
  {
    name: 'users suspend',
    takes: ['<user>'],
    summary: 'Suspend a RAM user; sessions end',
    details: ['The user is named as at sign-in, as name@alias or name@ and the id of the account.'],
    run: moveBy('suspend'),
  },
  {
    name: 'users resume',
    takes: ['<user>'],
    summary: 'Let a suspended RAM user sign in again',
    details: ['The user is named as at sign-in, as name@alias or name@ and the id of the account.'],
    run: moveBy('resume'),
  },
  {
    name: 'users remove',
    takes: ['<user>'],
    summary: 'Put a RAM user into the bin; sessions end',
    details: ['The name stays taken. users restore takes the user out again.'],
    run: moveBy('remove'),
  },
  {
    name: 'users restore',
    takes: ['<user>'],
    summary: 'Take a RAM user out of the bin, suspended',
    details: ['The user is named as at sign-in, as name@alias or name@ and the id of the account.'],
    run: moveBy('restore'),
  },
  {
    name: 'users reset-mfa',
    takes: ['<user>'],
    summary: 'Remove all second factors of a RAM user',
    details: [
      'Removes virtual MFA devices, recovery codes, known browsers and a bypass code, ends the sessions and marks the',
      'user: the next sign-in leads into the set-up of MFA. It stands in the audit trail, and the user is told.',
    ],
    run: resetMfaOfUser,
  },
  {
    name: 'users import',
    takes: ['<account>', '<file>'],
    summary: 'Create RAM users from a CSV file',
    details: [
      'The header names user_name and, where wanted, display_name, email, phone, comment, mfa_bind_required (yes or',
      'no) and groups (parted by spaces). At most 1,000 lines and 1 MiB, in UTF-8; - reads standard input. Each line',
      'is created or refused by itself; a line whose user is there already changes nothing.',
    ],
    options: [
      {
        name: 'first-password',
        value: '<kind>',
        summary: 'invitation (by mail, the default) or generated (printed, works for 72 hours)',
      },
      { name: 'dry-run', summary: 'say what would happen, and write nothing' },
    ],
    run: importAccountUsers,
  },
  {
    name: 'groups list',
    takes: ['<account>'],
    summary: 'List the groups of an account',
    details: ['One line a group: its name, how many are in it, its comment.'],
    run: listAccountGroups,
  },
  {
    name: 'groups create',
    takes: ['<account>', '<name>'],
    summary: 'Make a group of RAM users',
    details: ['An account has at most 300 groups, a user is in at most 10.'],
    run: createAccountGroup,
  },
  {
    name: 'groups delete',
    takes: ['<account>', '<name>'],
    summary: 'Delete a group; its members stay users',
    details: ['The account is named by its id, its alias, or the email address of its owner.'],
    run: deleteAccountGroup,
  },
  {
    name: 'groups add',
    takes: ['<group>', '<user>'],
    summary: 'Put a RAM user into a group',
    details: ['The user is named as at sign-in, as name@alias or name@ and the id of the account.'],
    run: changeMembersTo('in'),
  },
  {
    name: 'groups remove',
    takes: ['<group>', '<user>'],
    summary: 'Take a RAM user out of a group',
    details: ['The user is named as at sign-in, as name@alias or name@ and the id of the account.'],
    run: changeMembersTo('out'),
  },
  {
    name: 'policy show',
    takes: ['<account>'],
    summary: 'Show the security settings of an account',
    details: ['The account is named by its id, its alias, or the email address of its owner.'],
    run: showPolicy,
  },
  {
    name: 'policy preview',
    takes: ['<account>', '<changes>'],
    summary: 'Say who would be affected by other security settings',
    details: [
      'Changes are words such as "whoMust=everyone graceDays=3 networks=192.0.2.0/24,2001:db8::/32"; what is not',
      'named stays as it is. whoMust is nobody, everyone, marked or unusual; usersManageDevices is yes or no.',
      'trustBrowserDays is 0 to 30, idleDays 0 or 30 to 730, passwordHistory 0 to 24, each 0 for none.',
      'identityMethods is one or more of email, phone and security_questions, parted by commas: what users may verify',
      'their identity by. recoveryCodes is yes or no; with no, the recovery codes that users have are deleted.',
      'Changes nothing. The last line is the token with which policy enforce enforces exactly this.',
    ],
    run: previewPolicy,
  },
  {
    name: 'policy enforce',
    takes: ['<account>', '<changes>', '<token>'],
    summary: 'Enforce security settings as they were previewed',
    details: [
      'Takes the same changes and the token of policy preview. Where a user would be affected otherwise than the',
      'preview said, nothing is changed. It stands in the audit trail.',
    ],
    run: enforcePolicy,
  },
  {
    name: 'audit verify',
    takes: [],
    summary: 'Read the audit trail and say whether it is whole',
    details: ['Reads every chain from its start; names the first event that was changed, removed or put in.'],
    run: verifyAudit,
  },
  {
    name: 'totp',
    takes: ['<uri or key>'],
    summary: 'Print the code of a key or an otpauth URI',
    details: [
      'Prints the code of this moment alone. The key is base32 as an authenticator shows it;',
      'with - it is read from standard input, so that it does not stand in the history of the shell.',
    ],
    run: totpCode,
  },
]
