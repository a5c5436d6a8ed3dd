/** Stands where nothing is on file that could confirm who one is: a device that is bound then does. */
import { Button, buttonClass, Notice } from '@sallyport/ui'
import { Link } from 'react-router'
import pages from '../app/pages.module.css'
import { useTexts } from '../text/use-texts.tsx'

/** Leads to the wizard. */
export function NoMeansNote({ onCancel }: { readonly onCancel?: (() => void) | undefined }) {
  const { security } = useTexts()
  return (
    <div className={pages['form']}>
      <Notice tone="warn">{security.proof.none}</Notice>
      <div className={pages['actions']}>
        {onCancel !== undefined && <Button onClick={onCancel}>{security.frame.cancel}</Button>}
        <Link className={buttonClass({ kind: 'filled' })} to="/security/mfa/set-up" onClick={onCancel}>
          {security.overview.setUpMfa}
        </Link>
      </div>
    </div>
  )
}
