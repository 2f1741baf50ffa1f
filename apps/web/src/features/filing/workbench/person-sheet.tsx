import { Button, TextInput } from '@mantine/core'
import type { CellField } from '@shebao/roster'
import { useState } from 'react'
import { useLanguage, useMessages } from '../../../shared/lib/language-context.tsx'
import { Dialog } from '../../../shared/ui/dialog.tsx'
import { columnName } from './grid-columns.ts'
import { DIFFERS_FROM_LAST_YEAR, DIFFERS_FROM_REGISTER } from './line-cells.ts'
import type { LineCell } from './line-cells.ts'
import { messages } from './messages.ts'
import { nameOf, shownCell } from './shown-cells.ts'
import { wordsOfColumn, workbenchColumns } from './workbench-columns.ts'
import type { ShownLine } from './workbench-session.ts'
import style from './workbench.module.css'

interface PersonSheetProps {
  line: ShownLine | undefined
  onEdit: (field: CellField, text: string) => void
  onTakeIn: () => void
  onClose: () => void
}

/** Everything of one person on the three lists, one field under the other: what a phone shows instead of columns. */
export function PersonSheet({ line, onEdit, onTakeIn, onClose }: PersonSheetProps) {
  const t = useMessages(messages)
  if (line === undefined) return null
  const isListed = line.row > 0
  return (
    <Dialog title={t('personTitle', { name: nameOf(line) })} onClose={onClose}>
      {line.problem ? <p>{line.problem}</p> : null}
      <div className={style.person}>
        {workbenchColumns.map(({ field, editable }, index) => {
          const cell = shownCell(line, index)
          // Rarely filled fields take no room where nobody says anything in them.
          if (!isListed && !cell.texts.some((text) => text)) return null
          return (
            <AnswerOf
              key={`${field} ${cell.texts[0] ?? ''}`}
              field={field}
              cell={cell}
              editable={editable && isListed}
              onEdit={(text) => onEdit(field, text)}
            />
          )
        })}
      </div>
      <div className={style.actions}>
        {!isListed && line.kinds > 0 ? <Button onClick={onTakeIn}>{t('takenIn')}</Button> : null}
        <Button variant="default" onClick={onClose}>
          {t('close')}
        </Button>
      </div>
    </Dialog>
  )
}

interface AnswerOfProps {
  field: CellField
  cell: LineCell
  editable: boolean
  onEdit: (text: string) => void
}

function AnswerOf({ field, cell, editable, onEdit }: AnswerOfProps) {
  const t = useMessages(messages)
  const { language } = useLanguage()
  const [own = '', register, last] = cell.texts
  const [typed, setTyped] = useState(own)
  const label = columnName(field, language, t('monthlyAverage'))
  const words = wordsOfColumn(field, language)
  const others = [
    { source: t('register'), text: register, differs: (cell.marks & DIFFERS_FROM_REGISTER) !== 0 },
    { source: t('lastYear'), text: last, differs: (cell.marks & DIFFERS_FROM_LAST_YEAR) !== 0 },
  ]
  const keep = () => {
    if (typed !== own) onEdit(typed)
  }
  return (
    <div className={style.answer}>
      {editable ? (
        <TextInput
          label={label}
          value={typed}
          list={words.length > 0 ? `words-${field}` : undefined}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onBlur={keep}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.nativeEvent.isComposing) keep()
          }}
        />
      ) : (
        <div>
          <strong>{label}</strong> {own}
        </div>
      )}
      {editable && words.length > 0 ? (
        <datalist id={`words-${field}`}>
          {words.map((word) => (
            <option key={word} value={word}>
              {word}
            </option>
          ))}
        </datalist>
      ) : null}
      <ul className={style.others}>
        {others.map(({ source, text, differs }) =>
          text ? (
            <li key={source} data-differs={differs}>
              {source}: {differs ? '≠ ' : own ? '＝ ' : ''}
              {text}
              {editable && (differs || own === '') && !needsWords(field) ? (
                <Button
                  size="compact-sm"
                  variant="subtle"
                  aria-label={t('takeValueOf', { source, field: label })}
                  onClick={() => onEdit(text)}
                >
                  {t('takeValue')}
                </Button>
              ) : null}
            </li>
          ) : null,
        )}
      </ul>
    </div>
  )
}

/** Wages and insurances are taken over with a reason, which is asked for in its own dialog. */
const needsWords = (field: CellField): boolean =>
  field.startsWith('participation.') ||
  field === 'wagesLastYear' ||
  field === 'monthsWorkedLastYear' ||
  field === 'firstMonthWage'
