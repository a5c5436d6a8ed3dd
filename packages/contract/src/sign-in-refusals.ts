/** The refusals that somebody can meet who is not signed in yet; the sign-in page carries the sentences of these alone. */

/** As in the whole table, of which they are the first part. */
export const signInRefusals = {
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

  network_refused: { status: 403, sentence: 'Your account does not allow sign-in from this network.' },
  link_expired: { status: 410, sentence: 'This link has expired or was used already. Ask for a new one.' },

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
} as const satisfies Record<string, { status: number; sentence: string }>
