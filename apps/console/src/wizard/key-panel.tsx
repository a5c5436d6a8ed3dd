/** The key of the pending device: as QR code, by hand, and handed over to the authenticator. */
import { groupKey } from '@sallyport/otp'
import { Button, CopyButton, qrImage } from '@sallyport/ui'
import { useId, useMemo, useState } from 'react'
import { useSite } from '../app/use-site.ts'
import { useTexts } from '../text/use-texts.tsx'
import type { PendingDevice } from './use-pending-device.ts'
import styles from './wizard.module.css'

/** The URI goes to the authenticator in the fragment, which no server sees. */
export function KeyPanel({ device }: { readonly device: PendingDevice }) {
  const { wizard } = useTexts()
  const words = wizard.device
  const site = useSite()
  const [byHand, setByHand] = useState(false)
  const image = useMemo(() => qrImage(device.uri), [device.uri])
  const authenticator = site?.authenticatorOrigin ?? null
  return (
    <div className={styles['panel']}>
      <div className={styles['qr']}>
        <img src={image.src} width={image.width} height={image.width} alt={words.qr} />
      </div>
      <div className={styles['ways']}>
        <Button kind="text" size="small" aria-expanded={byHand} onClick={() => setByHand(!byHand)}>
          {words.byHand}
        </Button>
        {authenticator !== null && (
          <a
            className={styles['open']}
            href={`${authenticator}/#${device.uri}`}
            target="_blank"
            rel="noreferrer"
          >
            {words.openApp}
          </a>
        )}
      </div>
      {byHand && <KeyByHand device={device} />}
    </div>
  )
}

function KeyByHand({ device }: { readonly device: PendingDevice }) {
  const { wizard } = useTexts()
  const words = wizard.device
  const id = useId()
  return (
    <div className={styles['byHand']}>
      <div className={styles['keyHead']}>
        <span id={id}>{words.key}</span>
        <CopyButton kind="text" text={device.key} label={words.copyKey} />
      </div>
      <fieldset className={styles['key']} aria-labelledby={id}>
        {groupKey(device.key)}
      </fieldset>
      <dl className={styles['facts']}>
        <dt>{words.account}</dt>
        <dd>{device.account}</dd>
        <dt>{words.issuer}</dt>
        <dd>{device.issuer}</dd>
        <dt>{words.type}</dt>
        <dd>{words.typeWords(device.algorithm)}</dd>
        <dt>{words.period}</dt>
        <dd>{words.periodWords(device.periodSeconds)}</dd>
        <dt>{words.digits}</dt>
        <dd>{words.digitsWords(device.digits)}</dd>
      </dl>
    </div>
  )
}
