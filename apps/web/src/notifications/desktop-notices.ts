/** Notices of the desktop, beside the page: a choice for one browser, kept there. */
export type DesktopState = 'missing' | 'blocked' | 'off' | 'on';

const place = 'vanthu.desktop-notices';

export function desktopState(): DesktopState {
  if (!('Notification' in window)) {
    return 'missing';
  }
  if (Notification.permission === 'denied') {
    return 'blocked';
  }
  return Notification.permission === 'granted' && localStorage.getItem(place) === 'on' ? 'on' : 'off';
}

/** Asks the browser, which asks the person; gives how it stands then. */
export async function switchDesktopNotices(on: boolean): Promise<DesktopState> {
  if (on && Notification.permission === 'default') {
    await Notification.requestPermission();
  }
  if (on) {
    localStorage.setItem(place, 'on');
  } else {
    localStorage.removeItem(place);
  }
  return desktopState();
}

export interface DesktopNotice {
  /** The same in every window: the browser shows it once. */
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly onOpen: () => void;
}

export function showOnDesktop({ id, title, text, onOpen }: DesktopNotice): void {
  const notice = new Notification(title, { body: text, tag: id });
  notice.addEventListener('click', () => {
    window.focus();
    notice.close();
    onOpen();
  });
}
