/** `/new-password`: whoever was given a password chooses one of their own before anything else. */
import { PageHead } from '../app/page-head.tsx'
import { useMe } from '../app/use-me.ts'
import { useSite } from '../app/use-site.ts'
import { safeTarget } from '../host/safe-target.ts'
import { useTexts } from '../text/use-texts.tsx'
import { call, type Refused } from '../wire/call.ts'
import { FirstPasswordForm } from './first-password-form.tsx'

export function NewPasswordPage() {
  const { welcome: words } = useTexts()
  const me = useMe()
  const site = useSite()

  async function choose(newPassword: string): Promise<Refused | null> {
    const answer = await call('POST /api/sign-in/new-password', { body: { newPassword } })
    if (!answer.ok) return answer.refused
    location.assign(safeTarget(location.search, location.origin))
    return null
  }

  return (
    <>
      <PageHead title={words.chooseTitle}>{words.chooseLead}</PageHead>
      <FirstPasswordForm
        signInName={me?.signInName ?? ''}
        minimum={site?.minimumPasswordLength ?? 15}
        repeats
        autoFocus
        onChosen={choose}
      />
    </>
  )
}
