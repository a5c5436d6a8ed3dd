/** Bars at the foot of the page that say what was just done, with an Undo where there is one. */
import { Toast as Base } from '@base-ui/react/toast'
import type { ReactNode } from 'react'
import { Icon } from './icons.tsx'
import styles from './toasts.module.css'
import { useUiWords } from './ui-words.tsx'

/** Wraps the page; `useToast` works below it. */
export function Toasts({ children }: { readonly children: ReactNode }) {
  const words = useUiWords()
  return (
    <Base.Provider timeout={6000} limit={1}>
      {children}
      <Base.Portal>
        <Base.Viewport className={styles['viewport']} aria-label={words.notifications}>
          <ToastList />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  )
}

function ToastList() {
  const words = useUiWords()
  const { toasts } = Base.useToastManager()
  return toasts.map((toast) => (
    <Base.Root key={toast.id} toast={toast} className={styles['toast']}>
      <Base.Content className={styles['content']}>
        <div className={styles['text']}>
          <Base.Title className={styles['title']} render={<p />} />
        </div>
        {toast.actionProps !== undefined && <Base.Action className={styles['action']} />}
        <Base.Close className={styles['close']} aria-label={words.close}>
          <Icon name="cross" size={18} />
        </Base.Close>
      </Base.Content>
    </Base.Root>
  ))
}
