/** Local time beside every authority, whether its office is open, and a word of warning where a record has grown old. */
import { clockAt, isOpen, type Hours } from '../zone.ts';
import { say } from './said.ts';

const OLD = 365 * 24 * 3_600_000;

function tick(): void {
  const now = new Date();
  for (const element of document.querySelectorAll<HTMLElement>('.clock')) {
    const hours = JSON.parse(element.dataset['hours']!) as Hours;
    const clock = clockAt(hours.time_zone, now);
    if (!clock) continue;
    const open = isOpen(hours, now);
    element.dataset['open'] = open === undefined ? '' : open ? 'open' : 'closed';
    element.textContent = open === undefined ? clock.time : `${clock.time}${say('comma')}${say(open ? 'open' : 'closed')}`;
    element.title = open === undefined ? hours.time_zone : `${hours.time_zone}. ${say('holidays')}`;
  }
  for (const flag of document.querySelectorAll<HTMLElement>('[data-confirmed]')) flag.hidden = now.getTime() - Date.parse(flag.dataset['confirmed']!) < OLD;
  document.dispatchEvent(new Event('clock'));
}

tick();
setInterval(tick, 30_000);
