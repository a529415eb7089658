// Reads a calendar from its input with another library than the one that wrote it, and says as JSON what a person would see in theirs.
import ICAL from 'ical.js';

const calendar = new ICAL.Component(ICAL.parse(await new Response(process.stdin).text()));
const parts = calendar.getAllSubcomponents('vevent').map(part => new ICAL.Event(part));
const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', dateStyle: 'short', timeStyle: 'short' });
const onTheWall = time => clock.format(time.toJSDate()).replace(', ', ' ');

function happens(event) {
  parts.filter(p => p.uid === event.uid && p.isRecurrenceException()).forEach(p => event.relateException(p));
  const found = [], each = event.iterator();
  for (let next; found.length < 100 && (next = each.next());) found.push(event.getOccurrenceDetails(next));
  return found.map(one => ({ starts: onTheWall(one.startDate), ends: onTheWall(one.endDate) }));
}

console.log(JSON.stringify({
  method: calendar.getFirstPropertyValue('method'),
  events: parts.filter(p => !p.isRecurrenceException()).map(event => ({
    uid: event.uid, sequence: event.sequence, title: event.summary, where: event.location, link: event.description,
    status: event.component.getFirstPropertyValue('status'), organiser: event.organizer,
    attendees: event.attendees.map(a => a.getFirstValue()), hours: happens(event),
  })),
}));
