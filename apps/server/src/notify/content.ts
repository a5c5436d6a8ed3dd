/** What can be told to a person, as data: the words are made when a message is delivered. */

export type MessageContent =
  | { readonly template: 'registration_code'; readonly code: string; readonly minutes: number }
  | { readonly template: 'registration_taken' }
  | {
      readonly template: 'verification_code'
      readonly code: string
      readonly minutes: number
      readonly purpose: string
    }
  | { readonly template: 'email_change_code'; readonly code: string; readonly minutes: number }
  | { readonly template: 'phone_code'; readonly code: string; readonly minutes: number }
  | { readonly template: 'device_added'; readonly deviceName: string }
  | { readonly template: 'device_removed'; readonly deviceName: string; readonly last: boolean }
  | { readonly template: 'password_changed' }
  | { readonly template: 'recovery_code_used'; readonly left: number }
  | { readonly template: 'recovery_codes_made' }
  /** The account has switched them off for its users. */
  | { readonly template: 'recovery_codes_removed' }
  | {
      readonly template: 'new_sign_in'
      readonly browser: string
      readonly address: string
      readonly country: string | undefined
      /** What was not as usual, by their names in the trail. */
      readonly reasons: readonly string[]
      /** Opens the page "It wasn't me"; a mailbox that nobody has proven gets none. */
      readonly link: string | undefined
    }
  | { readonly template: 'access_ended' }
  | { readonly template: 'email_changed'; readonly newHint: string }
  /** To the mailbox that the account had before: it opens nothing there any more. */
  | { readonly template: 'email_changed_away'; readonly newHint: string; readonly accountId: string }
  | { readonly template: 'phone_changed'; readonly hint: string }
  | { readonly template: 'phone_removed' }
  | { readonly template: 'security_questions_changed'; readonly change: 'set' | 'changed' | 'removed' }
  | { readonly template: 'guesses'; readonly lost: number }
  | { readonly template: 'mfa_reset' }
  | { readonly template: 'mfa_reset_by_administrator' }
  | { readonly template: 'bypass_code_made' }
  /** `until` is the end of the grace, where there is one. */
  | { readonly template: 'set_up_mfa_reminder'; readonly until: number | undefined }

  /** Nobody signed in for long; `until` is when the user is suspended. */
  | { readonly template: 'idle_soon'; readonly until: number }

  /** `link` opens the page on which the first password is chosen. */
  | {
      readonly template: 'invitation'
      readonly signInName: string
      readonly link: string
      readonly minutes: number
    }

export type Channel = 'mail' | 'sms'

/** A message with its destination, as it lies sealed in the outbox. */
export type Message = {
  readonly channel: Channel
  readonly address: string
  readonly content: MessageContent
  /** When the thing happened that it tells of, ms. */
  readonly at: number
}
