import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Suspense, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { later } from '../../../shared/lib/later.ts'
import { Skeleton } from '../../../shared/ui/skeleton.tsx'
import { Notice } from '../../../shared/ui/notice.tsx'
import { DropZone, FileButton } from './drop-zone.tsx'
import { ListSignature } from './list-signature.tsx'
import { messages } from './messages.ts'
import type { HeldList } from './personnel-list.ts'
import { PersonnelWorkbench } from './personnel-workbench.tsx'
import { TakeRosterOver } from './take-roster-over.tsx'
import { useIntake } from './use-intake.ts'
import type { Intake } from './use-intake.ts'
import { useRosterFile } from './use-roster-file.ts'
import type { RosterFile } from './use-roster-file.ts'
import sheet from './personnel.module.css'
import style from './personnel-desk.module.css'

const FileIntake = later(async () => (await import('./file-intake.tsx')).FileIntake)

export interface DeskProps {
  declarationId: string
  signed: boolean
  /** Whom the office has with the unit. */
  rosterPeople: number
  held: HeldList
  onHold: (held: HeldList) => void
  onReload: () => Promise<void>
}

/** Either a file is being taken in, or the list is worked on. */
export function PersonnelDesk({ declarationId, signed, rosterPeople, held, onHold, onReload }: DeskProps) {
  const t = useMessages(messages)
  const file = useRosterFile(held.rules)
  const [note, setNote] = useState<string>()
  const [search] = useSearchParams()
  // What was typed of somebody new and not saved is led to from elsewhere.
  const [adding, setAdding] = useState(search.has('add'))
  const people = held.rows.length
  const intake = useIntake(file)
  if (intake.isShown) {
    return (
      <Suspense fallback={<Skeleton lines={8} />}>
        <FileIntake
          file={file}
          held={held}
          declarationId={declarationId}
          onCancel={intake.end}
          onDone={async (outcome) => {
            // Nothing older is shown in between.
            await onReload()
            intake.end()
            setNote(outcome)
          }}
        />
      </Suspense>
    )
  }
  const open = (chosen: File) => {
    setNote(undefined)
    intake.open(chosen)
  }
  if (people === 0 && !adding) {
    return (
      <section className={sheet.first} aria-labelledby="first-title">
        <WaitingFile file={file} intake={intake} />
        <h2 id="first-title">{t('emptyTitle')}</h2>
        <p>{t('emptyText')}</p>
        <DropZone onFile={open} />
        <div className={sheet.actions}>
          {rosterPeople > 0 ? (
            <TakeRosterOver
              declarationId={declarationId}
              revision={held.revision}
              people={rosterPeople}
              onDone={async (outcome) => {
                await onReload()
                setNote(outcome)
              }}
            />
          ) : null}
          <AddButton onAdd={() => setAdding(true)} />
        </div>
        <p className={sheet.soft}>
          <Link to="/employer/inspection/compare">{t('downloadRosterFirst')}</Link>
        </p>
      </section>
    )
  }
  return (
    <div className={style.desk}>
      <WaitingFile file={file} intake={intake} />
      {note ? <Notice tone="done">{note}</Notice> : null}
      <PersonnelWorkbench
        declarationId={declarationId}
        held={held}
        onHold={onHold}
        onReload={onReload}
        adding={adding}
        onAdding={setAdding}
        tools={
          <>
            <AddButton onAdd={() => setAdding(true)} />
            <Button component={Link} to="/employer/inspection/workbench" variant="default">
              {t('toWorkbench')}
            </Button>
            <FileButton variant="default" label={t('readFile')} onFile={open} />
          </>
        }
      />
      {people > 0 ? <ListSignature declarationId={declarationId} signed={signed} people={people} /> : null}
    </div>
  )
}

function AddButton({ onAdd }: { onAdd: () => void }) {
  const t = useMessages(messages)
  return (
    <Button variant="default" leftSection={<IconPlus size={18} aria-hidden />} onClick={onAdd}>
      {t('addPerson')}
    </Button>
  )
}

/** A file that was read, while its result is not looked at. */
function WaitingFile({ file, intake }: { file: RosterFile; intake: Intake }) {
  const t = useMessages(messages)
  if (!intake.isWaiting || file.state.kind !== 'read') return null
  return (
    <Notice tone="warning">
      <p>{t('waitingFile', { file: file.state.reading.fileName })}</p>
      <div className={sheet.actions}>
        <Button onClick={intake.show}>{t('backToFile')}</Button>
        <Button variant="subtle" onClick={intake.end}>
          {t('dropFile')}
        </Button>
      </div>
    </Notice>
  )
}
