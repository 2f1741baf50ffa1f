import { IconCloudOff } from '@tabler/icons-react'
import { useSyncExternalStore } from 'react'
import { useMessages } from '../lib/language-context.tsx'
import { messages } from './messages.ts'
import style from './offline-banner.module.css'

function subscribe(onChange: () => void) {
  window.addEventListener('online', onChange)
  window.addEventListener('offline', onChange)
  return () => {
    window.removeEventListener('online', onChange)
    window.removeEventListener('offline', onChange)
  }
}

export function useOnline(): boolean {
  return useSyncExternalStore(subscribe, () => navigator.onLine)
}

/** Says what still works while there is no connection. */
export function OfflineBanner() {
  const t = useMessages(messages)
  const online = useOnline()
  return (
    <output className={style.banner}>
      {online ? null : (
        <span className={style.offline}>
          <IconCloudOff size={20} aria-hidden />
          {t('offline')}
        </span>
      )}
    </output>
  )
}
