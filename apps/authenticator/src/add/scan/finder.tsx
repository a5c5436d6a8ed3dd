/** The camera's picture, with the choice of lens and light where the device has them. */
import { Button, SelectField } from '@sallyport/ui'
import { useState } from 'react'
import { useAddTexts } from '../use-add-texts.ts'
import type { Camera } from './camera.ts'
import styles from './scan.module.css'
import type { UsedCamera } from './use-camera.ts'

export function Finder({ camera }: { readonly camera: UsedCamera }) {
  const words = useAddTexts().scan
  const { now, video } = camera
  const says = { starting: words.starting, paused: words.paused, on: words.looking, problem: '' }[now.state]
  return (
    <>
      <div className={styles['finder']}>
        <video ref={video} playsInline muted autoPlay />
        {now.state === 'on' && <div className={styles['corners']} />}
        <p className={styles['status']} role="status">
          {says}
        </p>
      </div>
      {now.state === 'on' && <Choices camera={camera} />}
    </>
  )
}

function Choices({ camera: { now, choose } }: { readonly camera: UsedCamera }) {
  const words = useAddTexts().scan
  if (now.state !== 'on') return null
  const { camera, lenses } = now
  if (lenses.length < 2 && !camera.hasTorch) return null
  return (
    <div className={styles['choices']}>
      {lenses.length > 1 && (
        <SelectField
          label={words.camera}
          name="lens"
          value={camera.lensId ?? ''}
          onChange={choose}
          options={lenses.map(({ id, label }, index) => ({
            value: id,
            label: label === '' ? words.lens(index + 1) : label,
          }))}
        />
      )}
      {camera.hasTorch && <Torch camera={camera} />}
    </div>
  )
}

function Torch({ camera }: { readonly camera: Camera }) {
  const words = useAddTexts().scan
  const [lit, setLit] = useState(false)
  async function turn(): Promise<void> {
    if (await camera.light(!lit)) setLit(!lit)
  }
  return <Button onClick={() => void turn()}>{lit ? words.torchOff : words.torchOn}</Button>
}
