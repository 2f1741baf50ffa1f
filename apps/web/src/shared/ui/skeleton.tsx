import { useMessages } from '../lib/language-context.tsx'
import { messages } from './messages.ts'
import style from './skeleton.module.css'

/** The place of what is still on its way. It shows only after a moment, so that quick answers do not flicker. */
export function Skeleton({ lines = 4 }: { lines?: number }) {
  const t = useMessages(messages)
  return (
    <output className={style.skeleton}>
      <span className="visually-hidden">{t('loading')}</span>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} className={style.line} style={{ width: `${[92, 78, 85, 64][index % 4] ?? 80}%` }} />
      ))}
    </output>
  )
}
