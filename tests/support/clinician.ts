// A clinician at work in Evoke. The methods read like the visit and find controls by role and name, as people do.

import type { FrameLocator, Locator, Page } from 'playwright';

/** Where Evoke is: a page of its own, or a frame in another. */
export type Pane = Pick<Page & FrameLocator, 'getByRole' | 'getByText' | 'getByLabel'> & (Page | FrameLocator);

/** The kinds of talk, as the chips of the pad name them. */
export type SaidAs =
  `${'Change' | 'Sustain'} ${'D Desire' | 'A Ability' | 'R Reason' | 'N Need' | 'C Commitment' | 'V Activation' | 'T Taking steps' | 'O Other' | 'U Not sure'}`;

/** The links of the navigation "Interview". */
export type SectionName = 'Engage' | 'Focus' | 'Evoke' | 'Plan' | 'Review';

export type RulerName = 'Importance' | 'Confidence' | 'Readiness';

/** One clinician in one pane. Every method waits for its control and fails with a clear message if it is missing. */
export class Clinician {
  readonly page: Page;
  readonly pane: Pane;

  constructor(page: Page, pane: Pane = page) {
    this.page = page;
    this.pane = pane;
  }

  /** Waits until Evoke shows the patient, and the place of a note. An error says what the pane shows instead. */
  async isReady(): Promise<this> {
    try {
      await this.showsChart();
    } catch (cause) {
      const shown = await this.pane.locator('#app, main').first().textContent({ timeout: 1000 }).catch(String);
      throw new Error(`Evoke is not ready. The pane shows: ${shown?.slice(0, 500)}`, { cause });
    }
    return this;
  }

  private async showsChart(): Promise<void> {
    await this.pane
      .getByRole('region', { name: 'Patient', exact: true })
      .getByText(/born|not recorded/i)
      .waitFor();
    await this.pane.getByRole('heading', { name: /^Last time/ }).waitFor();
    await this.pane.getByText('Looking for earlier notes').waitFor({ state: 'detached' });
  }

  async goesTo(section: SectionName): Promise<void> {
    await this.link(section).click();
  }

  link(section: SectionName): Locator {
    return this.pane.getByRole('navigation', { name: 'Interview' }).getByRole('link', { name: section, exact: true });
  }

  /** Names the topic. */
  async names(target: string): Promise<void> {
    const targets = this.pane.getByRole('radiogroup', { name: 'Topic' });
    await targets.getByRole('radio', { name: target, exact: true }).check();
  }

  async rates(ruler: RulerName, score: number): Promise<void> {
    await this.ruler(ruler)
      .getByRole('radio', { name: String(score), exact: true })
      .check();
  }

  async declines(ruler: RulerName): Promise<void> {
    await this.ruler(ruler).getByRole('radio', { name: 'Declined' }).check();
  }

  ruler(name: RulerName): Locator {
    return this.pane.getByRole('radiogroup', { name: new RegExp(`^${name}`) });
  }

  /** Marks what was just said. Without words the mark stays a code. */
  async hears(said: SaidAs, words?: string): Promise<void> {
    await this.chip(said).click();
    if (words === undefined) return;
    await this.words.fill(words);
    await this.words.press('Enter');
  }

  chip(said: SaidAs): Locator {
    const pad = this.pane.getByRole('toolbar', { name: 'Capture' });
    return pad.getByRole('button', { name: new RegExp(`^${said}`) });
  }

  get words(): Locator {
    return this.pane.getByRole('textbox', { name: 'Words', exact: true });
  }

  get firstStep(): Locator {
    return this.pane.getByRole('textbox', { name: /^First step/ });
  }

  async plans(firstStep: string, followUp?: '1 week' | '2 weeks' | '4 weeks' | '3 months'): Promise<void> {
    await this.firstStep.fill(firstStep);
    if (followUp === undefined) return;
    const choices = this.pane.getByRole('radiogroup', { name: /^Follow-up/ });
    await choices.getByRole('radio', { name: followUp }).check();
  }

  /** Ends without a plan, with the door left open. */
  async leavesItOpen(why: string): Promise<void> {
    await this.pane.getByRole('radio', { name: /^No plan yet/ }).check();
    await this.pane.getByRole('textbox', { name: /leaving it open/ }).fill(why);
  }

  async undoes(): Promise<void> {
    await this.pane.getByRole('button', { name: 'Undo', exact: true }).click();
  }

  /** Opens the review and returns the button that signs. */
  async reviews(): Promise<Locator> {
    await this.goesTo('Review');
    await this.signButton.waitFor();
    return this.signButton;
  }

  get signButton(): Locator {
    return this.pane.getByRole('button', { name: /^Sign for/ });
  }

  async signs(): Promise<void> {
    await (await this.reviews()).click();
  }

  /** Waits for text anywhere in the pane. */
  async sees(words: string | RegExp): Promise<void> {
    await this.pane.getByText(words).first().waitFor();
  }

  /** Waits until an alert says this. */
  async isWarned(words: string | RegExp): Promise<void> {
    // A note whose response was lost is searched for half a minute.
    await this.pane.getByRole('alert').filter({ hasText: words }).first().waitFor({ timeout: 60_000 });
  }

  get status(): Locator {
    return this.pane.locator('footer').getByRole('status');
  }

  /** Waits until the status line says this. */
  async isTold(words: string | RegExp): Promise<void> {
    await this.pane.getByRole('status').filter({ hasText: words }).first().waitFor();
  }

  async seesItFiled(): Promise<void> {
    await this.isTold(/Filed in the chart at \d\d:\d\d, checked/);
  }

  /** Waits until unfinished work is stored on the device. */
  async seesItKept(): Promise<void> {
    await this.pane
      .locator('footer [aria-busy="false"]')
      .getByText(/Draft kept until \d/)
      .waitFor();
  }

  /** The marks of today, one line for each, as the list reads. */
  async heardToday(): Promise<readonly string[]> {
    const list = this.pane.getByRole('list', { name: 'Heard today' });
    return list.getByRole('listitem').allInnerTexts();
  }
}

/** The chart page of the EHR, from which a clinician opens Evoke. */
export class ChartReader {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens the printed address and a patient's chart from the list. */
  async opensChartOf(name: RegExp, chartPage: string): Promise<void> {
    await this.page.goto(chartPage);
    await this.page.getByRole('link', { name }).click();
    await this.page.getByRole('button', { name: 'Open Evoke' }).waitFor();
  }

  async opensEvoke(): Promise<Clinician> {
    await this.page.getByRole('button', { name: 'Open Evoke' }).click();
    return this.evokePane().isReady();
  }

  evokePane(): Clinician {
    return new Clinician(this.page, this.page.frameLocator('iframe[title="Evoke"]'));
  }

  async opensEvokeInTab(): Promise<Clinician> {
    const [opened] = await Promise.all([
      this.page.context().waitForEvent('page'),
      this.page.getByRole('button', { name: 'Open in a new tab' }).click(),
    ]);
    return new Clinician(opened).isReady();
  }

  get notes(): Locator {
    return this.page.getByRole('region', { name: /^Readiness notes/ });
  }
}
