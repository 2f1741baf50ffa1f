import { Button } from '@mantine/core'
import { wordFileProblem } from '@shebao/roster'
import { useState } from 'react'
import type { ReactNode } from 'react'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { ConfirmDialog } from '../../../shared/ui/confirm-dialog.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { MappingStep } from './mapping-step.tsx'
import { messages } from './later-messages.ts'
import { ResultStep } from './result-step.tsx'
import type { RosterFile, RosterFileState } from './use-roster-file.ts'
import sheet from './personnel.module.css'
import style from './file-reading.module.css'

type Read = Extract<RosterFileState, { kind: 'read' }>

interface FileReadingProps {
  file: RosterFile
  read: Read
  /** People on the list now, which the file would take the place of. */
  before: number
  failure: string | undefined
  back: ReactNode
  onUse: (mode: 'REPLACE' | 'MERGE') => void
}

/** What was read, to look at, to map differently and to save: over a list that is there only after a question. */
export function FileReading({ file, read, before, failure, back, onUse }: FileReadingProps) {
  const t = useMessages(messages)
  const { language } = useLanguage()
  const [asking, setAsking] = useState(false)
  const { reading, correctionProblem } = read
  const use = (mode: 'REPLACE' | 'MERGE') => {
    setAsking(false)
    onUse(mode)
  }
  return (
    <div className={style.reader}>
      {failure ? <Notice tone="refused">{failure}</Notice> : null}
      {correctionProblem ? (
        <Notice tone="refused">
          {t('correctionProblem')} {wordFileProblem(correctionProblem, '', language)}
        </Notice>
      ) : null}
      <ResultStep
        reading={reading}
        onUse={() => (before === 0 ? use('REPLACE') : setAsking(true))}
        onMerge={(chosen) => void file.merge(chosen)}
        onFailingFile={() => file.writeFailing(language)}
      />
      <MappingStep reading={reading} onRemap={file.remap} />
      <div className={sheet.actions}>{back}</div>
      <ConfirmDialog
        opened={asking}
        title={t('replaceTitle')}
        consequence={
          <>
            <p>{t('replaceText', { before, after: reading.summary.people })}</p>
            <Button variant="subtle" onClick={() => use('MERGE')}>
              {t('mergeVerb')}
            </Button>
          </>
        }
        verb={t('replaceVerb')}
        grave
        onConfirm={() => use('REPLACE')}
        onCancel={() => setAsking(false)}
      />
    </div>
  )
}
