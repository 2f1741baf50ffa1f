import { Button } from '@mantine/core'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { messages } from './messages.ts'
import sheet from './personnel.module.css'
import style from './drop-zone.module.css'

/** A button for everybody, and a place to drop for those with a mouse. */
export function DropZone({ onFile }: { onFile: (file: File) => void }) {
  const t = useMessages(messages)
  const [over, setOver] = useState(false)
  return (
    <div
      className={sheet.dropZone}
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        const [file] = event.dataTransfer.files
        if (file) onFile(file)
      }}
    >
      <IconFileSpreadsheet size={32} stroke={1.4} aria-hidden />
      <p>
        <span className={style.dropWords}>{t('dropHere')} </span>
        <FileButton label={t('chooseFile')} onFile={onFile} />
      </p>
      <p className={sheet.soft}>{t('dropLimit')}</p>
    </div>
  )
}

/** Choosing the same file again after correcting it counts as a new choice. */
export function FileButton({
  label,
  onFile,
  variant = 'filled',
}: {
  label: string
  onFile: (file: File) => void
  variant?: 'filled' | 'default'
}) {
  const input = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button variant={variant} onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        accept=".xlsx,.xlsm,.xls,.xlsb,.et,.ods,.fods,.csv,.tsv,.txt,.htm,.html,.mht,.xml,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,text/csv"
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? []
          event.currentTarget.value = ''
          if (file) onFile(file)
        }}
      />
    </>
  )
}
