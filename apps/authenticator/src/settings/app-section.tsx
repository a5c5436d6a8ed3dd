/** What keeps the codes here, how the app is installed, and which version it is. */
import { Button, CardSection, SettingRow } from '@sallyport/ui'
import { useEffect, useState } from 'react'
import { appVersion, readBuild } from '../host/build-of-page.ts'
import { askToKeep, readStorage, type StorageState } from '../host/storage.ts'
import { useUpdate } from '../host/use-update.ts'
import { useTexts } from '../text/use-texts.ts'
import { useSettingsTexts } from './use-settings-texts.ts'

export function AppSection() {
  const words = useSettingsTexts()
  const { vault } = useTexts()
  const { isWaiting, take } = useUpdate()
  const [storage, setStorage] = useState<StorageState>()
  const [build, setBuild] = useState<string>()
  useEffect(() => {
    void readStorage().then(setStorage)
    void readBuild().then(setBuild)
  }, [])

  return (
    <CardSection title={words.about}>
      <SettingRow
        title={words.storage}
        description={[storageWords(), usedWords()].filter(Boolean).join(' ')}
        action={
          storage?.isKept === false && (
            <Button size="small" onClick={() => void askToKeep().then(readStorage).then(setStorage)}>
              {words.askToKeep}
            </Button>
          )
        }
      />
      {!matchMedia('(display-mode: standalone)').matches && (
        <SettingRow title={words.install} description={words.installWhat} />
      )}
      <SettingRow
        title={vault.app}
        description={isWaiting ? vault.update.message : words.version(appVersion, build)}
        action={
          isWaiting && (
            <Button size="small" onClick={take}>
              {vault.update.action}
            </Button>
          )
        }
      />
    </CardSection>
  )

  function storageWords(): string {
    if (storage === undefined) return words.storageUnknown
    return storage.isKept ? words.kept : words.notKept
  }

  function usedWords(): string | undefined {
    const used = storage?.usedBytes
    return used === undefined ? undefined : words.used(Math.ceil(used / 1024))
  }
}
