/** Registrations in SQL. */
import type { Sql } from '../db/database.ts'
import type { RegistrationId } from '../kernel/ids.ts'
import type { RegistrationStore } from './store.ts'

type Tables = {
  registration: {
    token_hash: string
    registration_id: string
    address: string
    sealed_password: string
    set_up_token_hash: string | null
    taken: number
    created_at: number
    expires_at: number
  }
}

export function sqlRegistrationStore(sql: Sql): RegistrationStore {
  const db = sql.withTables<Tables>()
  return {
    async insert(registration, tokenHash, now) {
      await db
        .insertInto('registration')
        .values({
          token_hash: tokenHash,
          registration_id: registration.registrationId,
          address: registration.address,
          sealed_password: registration.sealedPassword,
          set_up_token_hash: registration.setUpTokenHash ?? null,
          taken: registration.taken ? 1 : 0,
          created_at: now,
          expires_at: registration.expiresAt,
        })
        .execute()
    },
    async find(tokenHash) {
      const row = await db
        .selectFrom('registration')
        .selectAll()
        .where('token_hash', '=', tokenHash)
        .executeTakeFirst()
      return (
        row && {
          registrationId: row.registration_id as RegistrationId,
          address: row.address,
          sealedPassword: row.sealed_password,
          setUpTokenHash: row.set_up_token_hash ?? undefined,
          taken: row.taken !== 0,
          expiresAt: row.expires_at,
        }
      )
    },
    async take(registration, now) {
      const taken = await db
        .deleteFrom('registration')
        .where('registration_id', '=', registration.registrationId)
        .where('expires_at', '>', now)
        .executeTakeFirst()
      return taken.numDeletedRows > 0n
    },
    async purge(now) {
      await db.deleteFrom('registration').where('expires_at', '<=', now).execute()
    },
  }
}
