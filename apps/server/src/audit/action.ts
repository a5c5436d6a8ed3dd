/** The closed list of what the audit trail records. */

export const auditActions = [
  'account.created',
  'registration.refused',
  'sign_in.succeeded',
  'sign_in.refused',
  'sign_in.second_step',
  'sign_out',
  'session.ended',
  'verification.code_sent',
  'verification.proven',
  'verification.refused',
  'mfa.binding_begun',
  'mfa.bound',
  'mfa.binding_refused',
  'mfa.renamed',
  'mfa.removed',
  'mfa.reset',
  'recovery_codes.made',
  'recovery_codes.used',
  'password.changed',
  'password.change_refused',
  'email.changed',
  'phone.set',
  'phone.removed',
  'security_questions.set',
  'security_questions.removed',
  'budget.emptied',
] as const

export type AuditAction = (typeof auditActions)[number]
