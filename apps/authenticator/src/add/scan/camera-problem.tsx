/** Why there is no picture of the camera, and what to do instead. */
import { Button, Notice } from '@sallyport/ui'
import { useAddTexts } from '../use-add-texts.ts'
import type { CameraProblem } from './camera.ts'

export function CameraProblemNotice({
  problem,
  onRetry,
}: {
  readonly problem: CameraProblem
  readonly onRetry: () => void
}) {
  const words = useAddTexts().scan
  const { title, body } = words.problem[problem]
  const isHopeless = problem === 'insecure' || problem === 'no_camera'
  return (
    <Notice
      tone="warn"
      title={title}
      action={
        isHopeless ? undefined : (
          <Button size="small" onClick={onRetry}>
            {words.again}
          </Button>
        )
      }
    >
      {body}
    </Notice>
  )
}
