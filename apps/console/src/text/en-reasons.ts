/** English words of why something was refused, as told of the past: no advice to whoever reads of it later. */

export const enReasons = {
  password_wrong: 'The password was wrong',
  password_void: 'The password was void, since access had been ended by mail',
  password_too_short: 'The new password was too short',
  password_too_long: 'The new password was too long',
  password_common: 'The new password was among the most used ones',
  password_contains_context: 'The new password was built on the address or the name of the service',
  password_repetitive: 'The new password repeated itself or followed the keyboard',
  password_unchanged: 'The new password was the old one',
  password_wait: 'Too many wrong passwords before',
  email_taken: 'The address belonged to an account already',
  code_malformed: 'The code did not have six digits',
  code_wrong: 'The code was wrong',
  code_spent: 'The code had been used already',
  code_expired: 'The code had expired',
  code_not_sent: 'No code was waiting',
  attempt_expired: 'The sign-in took too long',
  attempt_dead: 'Too many wrong codes',
  too_many_tries: 'Too many wrong codes before',
  recovery_code_malformed: 'The recovery code did not have its form',
  recovery_code_wrong: 'The recovery code was wrong or used already',
  answers_wrong: 'The answers did not match',
  questions_off: 'The security questions were switched off',
  method_unavailable: 'This way was not available',
  binding_expired: 'The key had expired',
  binding_codes_same: 'Both codes were the same',
  binding_codes_not_consecutive: 'The codes were not consecutive',
  binding_clock_off: 'The clock of the device was off',
  binding_other_shape: 'The app made codes of another kind',
  binding_codes_wrong: 'Neither code fitted the key',
  device_name_taken: 'Another device had this name',
  device_limit: 'There were as many devices as an account can have',
}

/** The shape that every language fills. */
export type ReasonTexts = typeof enReasons
