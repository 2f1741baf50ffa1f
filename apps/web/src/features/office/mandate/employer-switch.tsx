import { IconBuilding } from '@tabler/icons-react'
import { Suspense, useState } from 'react'
import { useQuery } from '../../../shared/data/hooks.tsx'
import { useMessages } from '../../../shared/lib/language-context.tsx'
import { later } from '../../../shared/lib/later.ts'
import { useViewer } from '../../../shared/lib/viewer-context.tsx'
import sheet from '../../../shared/ui/shell.module.css'
import { EmployersActedForDocument } from './employer-switch.generated.ts'
import style from './mandate.module.css'
import { switchMessages } from './switch-messages.ts'

const SwitchDialog = later(async () => (await import('./switch-dialog.tsx')).SwitchDialog)

/** In the top bar of whoever acts for several employers: which one it is now, and the way to another. */
export function EmployerSwitch() {
  const t = useMessages(switchMessages)
  const { employerId } = useViewer()
  const [opened, setOpened] = useState(false)
  const { data } = useQuery(EmployersActedForDocument, { fetchPolicy: 'cache-and-network' })
  const employers = data?.employersActedFor ?? []
  const current = employers.find((one) => one.employerId === employerId)
  if (!data || (current && employers.length < 2)) return null
  const name = current?.name ?? t('unknown')
  return (
    <>
      <button
        type="button"
        className={sheet.quietButton}
        aria-haspopup="dialog"
        aria-label={t('switch', { name })}
        onClick={() => setOpened(true)}
      >
        <IconBuilding size={22} stroke={1.6} aria-hidden />
        <span className={style.current}>{name}</span>
      </button>
      <Suspense>
        {opened ? <SwitchDialog employers={employers} current={employerId} onClose={() => setOpened(false)} /> : null}
      </Suspense>
    </>
  )
}
