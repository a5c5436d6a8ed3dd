/** `/security`: the state of the account as a drawing and in words, then one row a thing, one action a row. */
import { buttonClass } from '@sallyport/ui'
import { Link } from 'react-router'
import { AskFault } from '../app/ask-fault.tsx'
import { PageHead } from '../app/page-head.tsx'
import pages from '../app/pages.module.css'
import { useAsk } from '../app/use-ask.ts'
import { useMay } from '../app/use-me.ts'
import { useTexts } from '../text/use-texts.tsx'
import { DueNote } from './due-note.tsx'
import { ProvingCard } from './proving-card.tsx'
import { SigningInCard } from './signing-in-card.tsx'
import { StateCard } from './state-card.tsx'
import { WhereCard } from './where-card.tsx'

/** The cards stand from the start, so that nothing jumps when their states arrive. */
export function SecurityPage() {
  const { security, ram } = useTexts()
  const managesUsers = useMay('users.read')
  const overview = useAsk('GET /api/security')
  return (
    <>
      <div className={pages['headRow']}>
        <PageHead title={security.overview.title} />
        {managesUsers && (
          <Link className={buttonClass({ size: 'small' })} to="/ram">
            {ram.console}
          </Link>
        )}
      </div>
      {overview.error !== null && (
        <AskFault refused={overview.error} onAgain={() => void overview.refetch()} />
      )}
      {(overview.error === null || overview.data !== undefined) && (
        <>
          <DueNote />
          <StateCard overview={overview.data} />
          <SigningInCard overview={overview.data} />
          <ProvingCard overview={overview.data} />
          <WhereCard overview={overview.data} />
        </>
      )}
    </>
  )
}
