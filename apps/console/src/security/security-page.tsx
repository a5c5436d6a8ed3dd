/** `/security`: the state of the account as a drawing and in words, then one row a thing, one action a row. */
import { AskFault } from '../app/ask-fault.tsx'
import { PageHead } from '../app/page-head.tsx'
import { useAsk } from '../app/use-ask.ts'
import { useTexts } from '../text/use-texts.tsx'
import { ProvingCard } from './proving-card.tsx'
import { SigningInCard } from './signing-in-card.tsx'
import { StateCard } from './state-card.tsx'
import { WhereCard } from './where-card.tsx'

/** The cards stand from the start, so that nothing jumps when their states arrive. */
export function SecurityPage() {
  const { security } = useTexts()
  const overview = useAsk('GET /api/security')
  return (
    <>
      <PageHead title={security.overview.title} />
      {overview.error !== null && (
        <AskFault refused={overview.error} onAgain={() => void overview.refetch()} />
      )}
      {(overview.error === null || overview.data !== undefined) && (
        <>
          <StateCard overview={overview.data} />
          <SigningInCard overview={overview.data} />
          <ProvingCard overview={overview.data} />
          <WhereCard overview={overview.data} />
        </>
      )}
    </>
  )
}
