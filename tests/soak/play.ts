// Plays one schedule from the first panel to the last note, and looks after every step whether the promises hold.

import { aimed } from '../../mocks/faults.ts';
import { type FaultId, namedFault } from '../../mocks/named-faults.ts';
import { readScore } from '../../src/interview/ids.ts';
import { SIDES, STRANDS } from '../../src/interview/talk/talk.ts';
import { Device, playOn } from './device.ts';
import { openHospital, type PatientId } from './hospital.ts';
import { Network } from './network.ts';
import { closes, dies, entryOf, openPanel, type Panel, type Place } from './panel.ts';
import { checkChart, checkCopy, checkFiled, checkOpened, type Debt, debtOf, isLetGo, wordOf } from './promises.ts';
import type { Act, Schedule, Step } from './schedule.ts';

/** If a chart loses both, nobody can tell which note is whose. tests/ehr/filing.test.ts tests such a chart. */
const TRACES: readonly FaultId[] = ['stores-without-notes', 'stores-without-identifier'];

/** Faults after which a double is the network's: it must be reported, and nobody is told "Filed". */
const RESENDS: readonly FaultId[] = ['create-resent', 'create-stored-403'];

/** One world: a device, an EHR, and who sits where. */
class Round {
  readonly told: string[] = [];
  readonly #place: Place;
  readonly #seats: (Panel | undefined)[] = [undefined, undefined];
  readonly #owners = new Map<string, PatientId>();
  readonly #beside = new Set<string>();
  /** Notes that a panel said are in the chart more than once. */
  readonly #reported = new Set<string>();
  /** Panels during whose present words the device did not keep everything. */
  readonly #unsure = new Set<Panel>();
  #debts: readonly Debt[] = [];
  #words = 0;
  /** Creates that the network may have sent twice. */
  #resent = 0;
  #lost: FaultId | undefined;

  constructor(place: Place) {
    this.#place = place;
  }

  async play(steps: readonly Step[]): Promise<void> {
    for (const step of steps) {
      await this.#step(step);
      await this.#place.device.settle();
      this.#look(JSON.stringify(step));
    }
    await this.#end();
  }

  get #panels(): readonly Panel[] {
    return this.#seats.filter((one) => one !== undefined);
  }

  /** The promises that hold at any moment. */
  #look(what: string): void {
    const { hospital, network, device } = this.#place;
    for (const panel of this.#panels.filter(({ store }) => store.idleLock.state.value.kind === 'locked')) {
      this.#leave(panel, true);
      dies(panel);
    }
    for (const panel of this.#panels) {
      const { id } = panel.store.interview.value;
      this.#owners.set(id, panel.patient);
      if (device.shelf !== 'works') this.#unsure.add(panel);
      else if (this.#isStored(panel)) this.#unsure.delete(panel);
      checkCopy(panel);
      checkFiled(panel);
      const filing = panel.store.filing.state.value;
      if (filing.kind === 'ended' && filing.end.kind === 'duplicated') this.#reported.add(filing.note.id);
    }
    checkChart(hospital, {
      owners: this.#owners,
      beside: new Set([...this.#beside, ...this.#reported]),
      duplicated: network.duplicatedCreates + this.#resent,
    });
    this.told.push(`${what} -> ${this.#panels.map((panel) => this.#stateOf(panel)).join(' | ')}`);
  }

  #stateOf({ patient, store }: Panel): string {
    const filing = store.filing.state.value;
    const end = filing.kind === 'ended' ? `${filing.end.kind} ${JSON.stringify(filing.end).slice(0, 90)}` : filing.kind;
    const draft = store.interviewDraft.draft.value.kind;
    return `${patient} ${store.interview.value.id.slice(0, 8)} ${draft} ${end}`;
  }

  /** The panel says that its work is kept, and nothing was typed since. */
  #isStored({ store, journal }: Panel): boolean {
    const last = journal().at(-1)?.at ?? 0;
    return store.interviewDraft.draft.value.kind === 'kept' && last + 250 <= this.#place.device.uptime;
  }

  async #step(step: Step): Promise<void> {
    const { device, network, hospital } = this.#place;
    switch (step.does) {
      case 'act':
        return this.#act(step.act, step.seat, step.patient);
      case 'wait':
        return device.advance(step.ms);
      case 'jump':
        return device.jump(step.minutes * 60_000);
      case 'fail':
        return this.#fail(step);
      case 'mend':
        return hospital.faults.clear();
      case 'hold':
        network.flow = 'held';
        return;
      case 'fall':
        return network.falls();
      case 'flow':
        return network.flows();
      case 'let':
        return network.lets(step.which);
      case 'mishap':
        network.arrives = step.arrives;
        return network.threatens(step.mishap);
      case 'shelve':
        return this.#shelve(step.shelf);
      case 'expire':
        return hospital.expireTokens();
      case 'revoke':
        return hospital.revokeAll();
      case 'drift':
        return hospital.drift(step.drifts);
    }
  }

  #shelve(shelf: Device['shelf']): void {
    this.#place.device.shelf = shelf;
  }

  /** A fault of reading strikes notes only, or everything that is read. */
  #fail({ fault, times, reads }: Extract<Step, { does: 'fail' }>): void {
    if (RESENDS.includes(fault)) this.#resent += times;
    if (TRACES.includes(fault)) this.#lost ??= fault;
    if (TRACES.includes(fault) && fault !== this.#lost) return;
    const named = namedFault(fault);
    const isRead = named.on.interactions?.includes('read') ?? false;
    const types = ['Observation', 'DocumentReference', 'QuestionnaireResponse'];
    this.#place.hospital.faults.set(isRead && !reads ? aimed(named, { ...named.on, types }) : named, times);
  }

  async #sit(seat: 0 | 1, patient: PatientId, begins = true): Promise<Panel> {
    const { device } = this.#place;
    // A device that refused the deletion still has the draft of a filed note, and another panel may open it.
    const refused = this.#panels.filter((each) => this.#unsure.has(each) && isLetGo(each));
    const left = refused.flatMap((each) => debtOf(each, { flushed: false, sure: false }) ?? []);
    const panel = await openPanel(this.#place, patient);
    const debts = checkOpened(panel, [...this.#debts, ...left], this.#panels, device.shelf === 'works');
    this.#debts = debts.filter((debt) => !left.includes(debt));
    this.#seats[seat] = panel;
    if (begins || panel.store.interviewDraft.beginning.kind === 'restored') await panel.begins();
    return panel;
  }

  #leave(panel: Panel, flushed: boolean): void {
    const { device } = this.#place;
    this.#seats[this.#seats.indexOf(panel)] = undefined;
    const sure = !this.#unsure.has(panel) && device.shelf === 'works';
    const debt = debtOf(panel, { flushed, sure });
    if (debt) this.#debts = [...this.#debts, debt];
  }

  async #act(act: Act, seat: 0 | 1, patient: PatientId): Promise<void> {
    const panel = this.#seats[seat] ?? (await this.#sit(seat, patient));
    if (act === 'reloads' || act === 'signs-in-again' || act.startsWith('is-killed'))
      return this.#ends(act, panel, seat);
    if (act === 'files-beside') this.#beside.add(panel.store.interview.value.id);
    const before = debtOf(panel, { flushed: false, sure: false });
    const { id } = panel.store.interview.value;
    panel.does(() => this.#hand(act, panel));
    // What is discarded on purpose may come back if the device did not take its deletion. A press while a note is sent
    // discards nothing.
    const isDiscarded = panel.store.interview.value.id !== id && this.#place.device.shelf !== 'works';
    if (before && act === 'begins-another' && isDiscarded) this.#debts = [...this.#debts, before];
  }

  async #ends(act: Act, panel: Panel, seat: 0 | 1): Promise<void> {
    const { patient } = panel;
    if (act === 'is-killed-while-saving') void panel.does(() => panel.store.interviewDraft.flush());
    this.#leave(panel, act === 'reloads' || act === 'signs-in-again');
    if (act.startsWith('is-killed')) return dies(panel);
    await closes(panel);
    await this.#sit(seat, patient);
  }

  /** What hands do at a panel. */
  #hand(act: Act, { store }: Panel): void {
    const talk = store.interview.value.evoke.talk;
    const some = talk[this.#words % Math.max(1, talk.length)];
    const word = (): string => {
      this.#words += 1;
      return wordOf(this.#words);
    };
    switch (act) {
      case 'marks': {
        const side = SIDES[this.#words % SIDES.length] ?? 'change';
        store.capture.mark({ side, strand: STRANDS[this.#words % STRANDS.length] ?? 'reason' });
        store.capture.type(word());
        return;
      }
      case 'writes-on': {
        const { value } = store.capture.writing;
        const held = value.kind === 'writing' ? talk.find(({ id }) => id === value.id)?.words : undefined;
        if (held) store.capture.type(`${held.kind === 'heard' ? held.text : ''} ${word()}`);
        return;
      }
      case 'edits':
        if (some) store.dispatch({ kind: 'words-typed', id: some.id, text: word() });
        return;
      case 'removes-a-mark':
        if (some) store.dispatch({ kind: 'talk-removed', id: some.id });
        return;
      case 'undoes':
        store.undo();
        return;
      case 'redoes':
        store.redo();
        return;
      case 'rates': {
        const score = readScore(this.#words % 11);
        if (score.ok) store.dispatch({ kind: 'ruler-answered', ruler: 'importance', score: score.value });
        return;
      }
      case 'plans':
        store.dispatch({ kind: 'plan-typed', part: 'firstStep', text: word() });
        return;
      case 'writes-loose-words':
        store.capture.rest();
        store.capture.type(word());
        return;
      default:
        this.#press(act, store);
    }
  }

  #press(act: Act, store: Panel['store']): void {
    const { filing, secondForm } = store;
    if (act === 'signs' || act === 'signs-twice') void filing.sign();
    if (act === 'signs-twice') void filing.sign();
    if (act === 'checks-again') void filing.lookAgain();
    if (act === 'files-beside') void secondForm.file();
    if (act === 'checks-beside') void secondForm.lookAgain();
    if (act === 'begins-another') void store.beginAnother();
    if (act === 'comes-back') void store.comeBack();
  }

  /** Everything is mended, everyone goes home, and what was left is taken up again, filed and told. */
  async #end(): Promise<void> {
    const { device, network, hospital } = this.#place;
    hospital.faults.clear();
    hospital.drift(false);
    network.calms();
    network.flows();
    device.shelf = 'works';
    await device.settle();
    await device.advance(90_000);
    this.#look('mended');
    for (const panel of this.#panels) {
      if (panel.store.filing.isBusy()) throw new Error('Still waiting, a minute after everything was mended');
      this.#leave(panel, true);
      await closes(panel);
    }
    for (const patient of new Set(this.#owners.values())) await this.#takeUp(patient);
  }

  async #takeUp(patient: PatientId): Promise<void> {
    for (let panels = 0; panels < 6; panels += 1) {
      const panel = await this.#sit(0, patient, false);
      this.#look('taken up');
      if (panel.store.interviewDraft.beginning.kind !== 'restored') return dies(panel);
      await this.#fileIt(panel);
      panel.does(() => void panel.store.beginAnother());
      await this.#place.device.settle();
      this.#seats[0] = undefined;
      dies(panel);
    }
    throw new Error('The device keeps more drafts than were left');
  }

  /** On a good day every note that was left can be filed, or is in the chart already, or was always for copying. */
  async #fileIt(panel: Panel): Promise<void> {
    const { store } = panel;
    panel.does(() => void store.filing.sign());
    await this.#place.device.advance(60_000);
    this.#look('signed at last');
    const filing = store.filing.state.value;
    if (store.filing.isBusy()) throw new Error('A signature never ended');
    const isStuck = filing.kind === 'ended' && ['unknown', 'sessionEnded', 'refused'].includes(filing.end.kind);
    if (isStuck) throw new Error(`Cannot be filed on a good day: ${this.#stateOf(panel)}`);
  }
}

/** Plays it. Rejects with the first broken promise, and everything that was done. */
export async function play({ profile, renews, conditional, history, steps }: Schedule): Promise<void> {
  const device = new Device();
  const hospital = await openHospital({ profile, renews, now: device.wall });
  const network = new Network(device, hospital.serve, () => hospital.notes().length);
  playOn(device, network.fetch);
  const round = new Round({ device, hospital, network, entry: entryOf(conditional), readsHistory: history === 'read' });
  try {
    await round.play(steps);
  } catch (fault) {
    throw new Error(`${fault instanceof Error ? fault.message : fault}\n${round.told.join('\n')}`, { cause: fault });
  }
}
