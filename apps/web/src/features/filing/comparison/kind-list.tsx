import { useMessages } from '../../../shared/lib/language-context.tsx'
import style from './kind-list.module.css'
import type { DifferenceKind } from './comparison.generated.ts'
import { messages } from './messages.ts'

interface KindListProps {
  kinds: readonly { kind: DifferenceKind; open: number; settled: number }[]
  chosen: DifferenceKind
  onChoose: (kind: DifferenceKind) => void
}

/** The kinds of differences there are, with how many of each are open. */
export function KindList({ kinds, chosen, onChoose }: KindListProps) {
  const t = useMessages(messages)
  return (
    <nav className={style.kinds} aria-label={t('kinds')}>
      {kinds.map(({ kind, open, settled }) => (
        <button key={kind} type="button" aria-current={kind === chosen} onClick={() => onChoose(kind)}>
          <span>{t(kind)}</span>
          <span className={style.kindCount} data-open={open > 0}>
            {t('kindCount', { open, settled })}
          </span>
        </button>
      ))}
    </nav>
  )
}
