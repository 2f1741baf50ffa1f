import { Menu } from '@mantine/core'
import '@mantine/core/styles/Menu.css'
import '@mantine/core/styles/Popover.css'
import { IconChevronDown, IconLogout, IconSettings, IconUserCircle } from '@tabler/icons-react'
import { Link } from 'react-router'
import { useMessages } from '../lib/language-context.tsx'
import { messages } from './messages.ts'
import style from './shell.module.css'

export interface AccountMenuProps {
  displayName: string
  /** A second line: the employer's name, the role. */
  detail?: string
  onSignOut: () => void
}

export function AccountMenu({ displayName, detail, onSignOut }: AccountMenuProps) {
  const t = useMessages(messages)
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <button type="button" className={style.quietButton} aria-label={t('accountOf', { name: displayName })}>
          <IconUserCircle size={22} stroke={1.6} aria-hidden />
          <span className={style.accountName}>{displayName}</span>
          <IconChevronDown size={16} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {/* A line of text is no item of the menu, so it stands outside the keyboard's way. */}
        <Menu.Label className={style.accountLabel}>{detail ? `${displayName} · ${detail}` : displayName}</Menu.Label>
        <Menu.Item component={Link} to="/account" leftSection={<IconSettings size={18} aria-hidden />}>
          {t('accountSettings')}
        </Menu.Item>
        <Menu.Item onClick={onSignOut} leftSection={<IconLogout size={18} aria-hidden />}>
          {t('signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
