import { Button } from '@mantine/core'
import { IconListNumbers } from '@tabler/icons-react'
import { readAnswer } from '@shebao/declaration-rules'
import type { UnitDraft, UnitFigures, UnitSection } from '@shebao/declaration-rules'
import { useState } from 'react'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import style from './list-figures.module.css'
import { messages } from './rare-messages.ts'
import { pathsOf } from './unit-values.ts'

interface ListFiguresProps {
  section: UnitSection
  people: number
  figures: UnitFigures | null
  draft: UnitDraft
  onUse: (answers: Record<string, number>) => void
}

/** Figures of this section that the list gives and that differ from the form. */
export function figuresToUse(
  section: UnitSection,
  figures: UnitFigures | null,
  draft: UnitDraft,
): Record<string, number> {
  if (!figures) return {}
  const computed = new Set(['averageMonthlyWageLastYear', 'averageBaseThisYear'])
  const known = pathsOf(section)
    .filter((path) => !computed.has(path))
    .flatMap((path) => {
      const figure = readAnswer(figures as UnitDraft, path)
      return typeof figure === 'number' && figure !== readAnswer(draft, path) ? [[path, figure] as const] : []
    })
  return Object.fromEntries(known)
}

/** Offers to put the list's totals into the form, so that nobody adds up what is known. */
export function ListFigures({ section, people, figures, draft, onUse }: ListFiguresProps) {
  const t = useMessages(messages)
  const [used, setUsed] = useState(0)
  const answers = figuresToUse(section, figures, draft)
  const count = Object.keys(answers).length
  if (people === 0 || (count === 0 && used === 0)) return null
  if (count === 0) return <Notice tone="done">{t('filledFromList', { count: used })}</Notice>
  return (
    <div className={style.offer}>
      <p>{t('useListText', { count: people })}</p>
      <Button
        variant="default"
        leftSection={<IconListNumbers size={18} aria-hidden />}
        onClick={() => {
          onUse(answers)
          setUsed(count)
        }}
      >
        {t('useList')}
      </Button>
    </div>
  )
}
