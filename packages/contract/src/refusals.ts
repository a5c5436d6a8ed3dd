/** The closed table of refusals: each code with its HTTP status and the English sentence that tells a person what to do. */

/**
 * One row a code. The status stands here alone and only the server's `http/refused.ts` reads it; the console keys its
 * texts by these codes, so a code without a sentence in every language does not compile.
 */
export const refusals = {
  // the request itself
  invalid_request: { status: 400, sentence: 'The request does not have the form that this address expects.' },
  body_too_large: { status: 413, sentence: 'The request is too large.' },
  unsupported_media_type: { status: 415, sentence: 'Send the body as application/json.' },
  not_found: { status: 404, sentence: 'There is nothing at this address.' },
  method_not_allowed: { status: 405, sentence: 'This address does not answer that method.' },
  foreign_origin: { status: 403, sentence: 'The request came from another site, so it was not carried out.' },
  foreign_host: { status: 421, sentence: 'This server answers at another address.' },
  server_fault: {
    status: 500,
    sentence: 'Something broke on the server. Try again; if it stays, tell the operator the request id.',
  },
  server_busy: { status: 503, sentence: 'The server is busy. Try again in a moment.' },
  too_many_requests: { status: 429, sentence: 'Too many tries from this address. Wait, then try again.' },
  too_often: { status: 429, sentence: 'This was done too often. Wait, then try again.' },

  // who is asking
  sign_in_needed: { status: 401, sentence: 'Sign in first.' },
  second_step_needed: { status: 401, sentence: 'Finish the two-step sign-in first.' },
  step_up_needed: { status: 403, sentence: 'Confirm that it is you, then try again.' },
  permission_denied: { status: 403, sentence: 'Your role does not allow this.' },
  rank_too_low: {
    status: 403,
    sentence: 'You cannot change somebody of your own rank or above, or yourself.',
  },
  new_password_required: { status: 403, sentence: 'Choose a new password first.' },
  mfa_setup_required: { status: 403, sentence: 'Set up virtual MFA first; your account requires it.' },

  // creating an account
  registration_closed: { status: 403, sentence: 'New accounts cannot be created here.' },
  set_up_token_wrong: {
    status: 403,
    sentence: 'This set-up link is not valid or was used already. Take the newest link from the terminal.',
  },
  registration_expired: { status: 410, sentence: 'This registration has expired. Begin again.' },
  email_invalid: { status: 422, sentence: 'This is not an email address that can be used here.' },
  email_taken: { status: 409, sentence: 'This email address belongs to an account already.' },

  // passwords
  password_too_short: { status: 422, sentence: 'The password is too short.' },
  password_too_long: { status: 422, sentence: 'The password is too long.' },
  password_common: {
    status: 422,
    sentence: 'This password is among the most used ones and would be guessed. Choose another.',
  },
  password_contains_context: {
    status: 422,
    sentence: 'The password contains your name, your address or the name of this service. Choose another.',
  },
  password_repetitive: {
    status: 422,
    sentence: 'The password repeats itself or follows the keyboard. Choose another.',
  },
  password_reused: {
    status: 422,
    sentence: 'You had this password before, and your account does not let it come back. Choose another.',
  },
  password_unchanged: { status: 422, sentence: 'The new password is the same as the old one.' },
  password_wrong: { status: 403, sentence: 'The current password is not right.' },

  // signing in
  sign_in_refused: { status: 401, sentence: 'Account name or password is wrong.' },
  password_wait: { status: 429, sentence: 'Too many wrong passwords. Wait, then try again.' },
  attempt_expired: { status: 401, sentence: 'This sign-in took too long. Start again.' },
  attempt_dead: { status: 401, sentence: 'Too many wrong codes. Start again with your password.' },
  too_many_tries: {
    status: 429,
    sentence: 'Too many wrong codes for this account. Use another way to prove that it is you.',
  },

  // codes and proofs
  code_malformed: { status: 422, sentence: 'A code has six digits.' },
  code_wrong: { status: 403, sentence: 'This code is not right.' },
  code_spent: { status: 403, sentence: 'This code was used already. Wait for the next one.' },
  code_expired: { status: 403, sentence: 'This code has expired. Send a new one.' },
  code_not_sent: { status: 409, sentence: 'No code is waiting. Send one first.' },
  send_wait: { status: 429, sentence: 'A code was just sent. Wait a little before you send another.' },
  send_limit: { status: 429, sentence: 'Too many codes were sent. Use another way or try again later.' },
  method_unavailable: { status: 409, sentence: 'This way of proving that it is you is not available.' },
  recovery_code_wrong: { status: 403, sentence: 'This recovery code is not right or was used already.' },
  recovery_code_malformed: { status: 422, sentence: 'A recovery code looks like 07-ABCD-EFGH-JKMN-PQRS.' },
  answers_wrong: { status: 403, sentence: 'The answers do not match.' },
  questions_off: {
    status: 429,
    sentence: 'Security questions are switched off after too many wrong answers. Use another way.',
  },
  verification_needed: { status: 403, sentence: 'Verify your identity first.' },

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
  link_expired: { status: 410, sentence: 'This link has expired or was used already. Ask for a new one.' },
  alias_invalid: {
    status: 422,
    sentence: 'An alias has 3 to 32 small letters, digits and single hyphens, and no hyphen at its ends.',
  },
  alias_taken: { status: 409, sentence: 'Another account has this alias. Choose another.' },
  networks_invalid: { status: 422, sentence: 'Write networks as CIDRs such as 192.0.2.0/24, at most 40.' },
  network_refused: { status: 403, sentence: 'Your account does not allow sign-in from this network.' },
  dry_run_needed: {
    status: 409,
    sentence: 'The settings or users have changed since the preview. Preview again.',
  },

  trusted_browser_not_found: { status: 404, sentence: 'This browser is not trusted any more.' },
  session_not_found: { status: 404, sentence: 'This session has ended already.' },
} as const satisfies Record<string, { status: number; sentence: string }>

/** A refusal's stable name on the wire. */
export type RefusalCode = keyof typeof refusals
