/** The closed table of refusals: each code with its HTTP status and the English sentence that tells a person what to do. */
import { signInRefusals } from './sign-in-refusals.ts'

/**
 * One row a code. The status stands here alone and only the server's `http/refused.ts` reads it; the console keys its
 * texts by these codes, so a code without a sentence in every language does not compile.
 */
export const refusals = {
  ...signInRefusals,

  // virtual MFA devices
  binding_missing: { status: 409, sentence: 'No device is waiting to be bound. Begin again.' },
  binding_expired: { status: 410, sentence: 'This key has expired. Begin again to get a new one.' },
  binding_codes_same: {
    status: 422,
    sentence: 'Both codes are the same. Wait for the next one, then type it as the second.',
  },
  binding_codes_not_consecutive: {
    status: 422,
    sentence: 'The codes are not consecutive. Type one code, wait for the next, and type that.',
  },
  binding_clock_off: {
    status: 422,
    sentence: "Your device's clock is off. Set it to automatic time, then try again.",
  },
  binding_other_shape: {
    status: 422,
    sentence:
      'The app uses another algorithm, period or number of digits. Scan the QR code again or set it as shown.',
  },
  binding_codes_wrong: {
    status: 422,
    sentence: 'Neither code fits this key. Compare the account name in the app, or scan the QR code again.',
  },
  device_name_taken: { status: 409, sentence: 'You have a device of this name. Choose another name.' },
  device_name_invalid: { status: 422, sentence: 'A device name has 1 to 64 characters.' },
  device_not_found: { status: 404, sentence: 'This device is not there any more.' },
  device_limit: {
    status: 409,
    sentence: 'You have as many devices as an account can have. Remove one first.',
  },
  last_factor_required: {
    status: 409,
    sentence: 'Your account requires MFA, so the last device cannot be removed. Add another first.',
  },

  // addresses and questions
  phone_invalid: { status: 422, sentence: 'Type the phone number in international form: + and digits.' },
  phone_unavailable: { status: 409, sentence: 'Text messages are not set up on this server.' },
  phone_missing: { status: 409, sentence: 'No phone number is set.' },
  email_unchanged: { status: 422, sentence: 'This is your email address already.' },
  questions_not_distinct: { status: 422, sentence: 'Choose three different questions.' },
  answer_too_short: { status: 422, sentence: 'An answer has at least 3 characters.' },
  answer_guessable: {
    status: 422,
    sentence: 'This answer is easy to guess. Use something nobody else knows; it does not have to be true.',
  },
  answers_not_distinct: { status: 422, sentence: 'Give three different answers.' },

  // RAM users
  user_not_found: { status: 404, sentence: 'There is no such user in this account.' },
  user_name_invalid: {
    status: 422,
    sentence: 'A user name has 1 to 64 letters, digits, dots, hyphens and underscores.',
  },
  user_name_taken: { status: 409, sentence: 'Another user of this account has this name. Choose another.' },
  user_suspended: { status: 409, sentence: 'This user is suspended. Resume the user first.' },
  user_password_not_own: {
    status: 409,
    sentence: 'This user has not chosen a password yet; whatever signs in first must be replaced anyway.',
  },
  user_email_missing: { status: 422, sentence: 'An invitation needs an email address.' },
  user_limit: { status: 409, sentence: 'The account has as many users as it can have.' },
  group_not_found: { status: 404, sentence: 'There is no such group in this account.' },
  group_name_invalid: {
    status: 422,
    sentence: 'A group name has 1 to 64 letters, digits, dots, hyphens and underscores.',
  },
  group_name_taken: { status: 409, sentence: 'Another group of this account has this name. Choose another.' },
  group_limit: { status: 409, sentence: 'The account has as many groups as it can have.' },
  user_group_limit: { status: 409, sentence: 'The user is in as many groups as a user can be in.' },
  import_too_large: { status: 413, sentence: 'A file has at most 1,000 lines and 1 MiB. Split it.' },
  import_malformed: { status: 422, sentence: 'The file cannot be read as CSV. Look at its quotes.' },
  import_empty: { status: 422, sentence: 'The file has no line below its header.' },
  import_column_unknown: { status: 422, sentence: 'The header names a column that is not known.' },
  import_column_missing: { status: 422, sentence: 'The header must name the column user_name.' },
  import_column_repeated: { status: 422, sentence: 'The header names a column twice.' },
  alias_invalid: {
    status: 422,
    sentence: 'An alias has 3 to 32 small letters, digits and single hyphens, and no hyphen at its ends.',
  },
  alias_taken: { status: 409, sentence: 'Another account has this alias. Choose another.' },
  networks_invalid: { status: 422, sentence: 'Write networks as CIDRs such as 192.0.2.0/24, at most 40.' },
  identity_methods_none: {
    status: 422,
    sentence: 'Leave at least one way to verify identity that this server has.',
  },
  identity_methods_closed: {
    status: 422,
    sentence:
      'Allow email or phone too: security questions alone open nothing to a user who has not set them before.',
  },
  dry_run_needed: {
    status: 409,
    sentence: 'The settings or users have changed since the preview. Preview again.',
  },

  // browsers and sessions
  trusted_browser_not_found: { status: 404, sentence: 'This browser is not trusted any more.' },
  session_not_found: { status: 404, sentence: 'This session has ended already.' },
} as const satisfies Record<string, { status: number; sentence: string }>

/** A refusal's stable name on the wire. */
export type RefusalCode = keyof typeof refusals
