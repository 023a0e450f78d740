import type { Kind, Templates } from './modeler';
import type { TokenWalk, Way } from './token-walk';

const SMALLEST = 0.2;
const LARGEST = 3;
const STEP = 1.25;
const READABLE = 0.6;
const NUDGE = 10;
const MARGIN = 40;
const ARROWS: Record<string, [x: number, y: number]> = {
    ArrowRight: [1, 0],
    ArrowLeft: [-1, 0],
    ArrowDown: [0, 1],
    ArrowUp: [0, -1],
};

interface Problem {
    id: string;
    severity: 'error' | 'warning';
    words: string;
}

/**
 * Draws a process with what the portal accepts and nothing else. Lives in the light DOM, where bpmn-js works; its watermark stays
 * visible. The drawing library is fetched when the first diagram is. Undo and redo are the portal's: one stack for what is drawn and
 * what is changed in words.
 *
 * Tells the portal: `drawn` (the XML after a change and the number of the change), `added` (a kind of step is wanted behind an element:
 * the portal adds it and makes room), `taken` (id of a step that is to go: the portal lets the way go on without it), `selected` (id, or
 * '' for none), `opened` (id, its properties are wanted), `undone` and `redone` (the keys were pressed), `broken` (the diagram cannot be
 * shown).
 */
class ProcessModeler extends HTMLElement {
    private words: Record<string, string> = {};
    private templates: Templates = {};
    private modeler?: any;
    private walk?: TokenWalk;
    private runDot?: typeof import('./token-walk').run;
    private pending: Promise<unknown> = Promise.resolve();
    private loading = false;
    private saving = false;
    private changes = 0;
    private connectingFrom?: any;
    private marked: Problem[] = [];
    private kinds: Kind[] = [];
    private picture: (name: string) => string = () => '';
    private readonly stage = part('div', 'modeler-stage');
    private readonly tools = part('div', 'modeler-tools');
    private readonly walker = part('div', 'modeler-walk');
    private readonly status = part('p', 'visually-hidden');

    /** Words of the palette and attributes of what it adds; called once, before the first diagram. */
    setUp(words: Record<string, string>, templates: Templates) {
        this.words = words;
        this.templates = templates;
        this.tools.setAttribute('role', 'group');
        this.tools.setAttribute('aria-label', words.tools);
        this.walker.setAttribute('role', 'region');
        this.walker.setAttribute('aria-label', words['walk.title']);
        this.walker.hidden = true;
        this.status.setAttribute('role', 'status');
        this.stage.addEventListener('keydown', (event) => this.key(event));
        this.replaceChildren(this.tools, this.stage, this.walker, this.status);
    }

    /**
     * Shows this definition; what was selected stays so where it still exists, and the part that is seen stays the same. As the answer to
     * a drawn change it comes too late once the next one is drawn, which has an answer of its own.
     */
    draw(xml: string, answersChange = 0) {
        this.queue(() => (answersChange && answersChange !== this.changes ? undefined : this.load(xml)));
    }

    /** Marks elements with problems, in words on the element too. */
    mark(problems: Problem[]) {
        this.queue(() => this.showProblems(problems));
    }

    /** Selects an element and brings it into view; focuses the diagram if asked. */
    focusElement(id: string, keyboard: boolean) {
        this.queue(() => {
            const element = this.service('elementRegistry').get(id);
            const canvas = this.service('canvas');
            this.quietly(() => this.service('selection').select(element ?? null));
            if (element) {
                if (canvas.zoom() < READABLE) {
                    canvas.zoom(READABLE);
                }
                canvas.scrollToElement(element, 120);
            }
            if (keyboard) {
                canvas.focus();
            }
            this.refreshTools();
        });
    }

    zoom(direction: number) {
        const canvas = this.service('canvas');
        const to = direction === 0 ? 'fit-viewport' : canvas.zoom() * (direction > 0 ? STEP : 1 / STEP);
        canvas.zoom(typeof to === 'string' ? to : Math.min(LARGEST, Math.max(SMALLEST, to)), 'auto');
    }

    disconnectedCallback() {
        this.modeler?.destroy();
        this.modeler = undefined;
        this.walk = undefined;
        this.walker.hidden = true;
        this.pending = Promise.resolve();
    }

    private queue(act: () => unknown) {
        this.pending = this.pending.then(act).catch((failure) => this.dispatchEvent(new CustomEvent('broken', { detail: String(failure) })));
    }

    private service(name: string): any {
        return this.modeler.get(name);
    }

    /** Creates the drawing library's part of this element, fetched on first use. */
    private async start() {
        const { createModeler, KINDS, picture } = await import('./modeler');
        this.kinds = KINDS;
        this.picture = picture;
        this.modeler = createModeler(this.stage, this.words);
        this.service('additions').templates = this.templates;
        this.service('additions').ask = (kind: Kind, behind: any) => this.askFor(kind, behind);
        this.service('additions').take = (step: any) => this.dispatchEvent(new CustomEvent('taken', { detail: step.id }));
        this.modeler.on('commandStack.changed', (event: any) => event.trigger === 'execute' && this.changed());
        this.modeler.on('selection.changed', () => this.selectionChanged());
        const canvas = this.stage.querySelector('.djs-container svg')!;
        canvas.setAttribute('role', 'application');
        canvas.setAttribute('aria-label', this.words.canvas);
        this.buildTools();
    }

    private async load(xml: string) {
        if (!this.modeler) {
            await this.start();
        }
        const canvas = this.service('canvas');
        const selected = this.selected()?.id;
        const first = !this.modeler.getDefinitions();
        const view = first ? undefined : canvas.viewbox();
        this.stopWalk();
        this.connectingFrom = undefined;
        this.loading = true;
        try {
            await this.modeler.importXML(xml);
        } finally {
            this.loading = false;
        }
        if (view) {
            const { x, y, width, height } = view;
            canvas.viewbox({ x, y, width, height });
        } else {
            canvas.zoom('fit-viewport', 'auto');
            if (canvas.zoom() < READABLE) {
                // Too small to read as a whole: its beginning, top left.
                const { inner, outer } = canvas.viewbox();
                const size = { width: outer.width / READABLE, height: outer.height / READABLE };
                canvas.viewbox({ x: inner.x - MARGIN, y: inner.y - MARGIN, ...size });
            }
        }
        const again = selected && this.service('elementRegistry').get(selected);
        if (again) {
            this.quietly(() => this.service('selection').select(again));
        }
        this.showProblems(this.marked);
        this.refreshTools();
    }

    private quietly(act: () => void) {
        const before = this.loading;
        this.loading = true;
        try {
            act();
        } finally {
            this.loading = before;
        }
    }

    private selected(): any {
        const chosen = this.modeler ? this.service('selection').get() : [];
        return chosen.length === 1 ? (chosen[0].labelTarget ?? chosen[0]) : undefined;
    }

    /** One message for all that a gesture changed. */
    private changed() {
        this.stopWalk();
        this.changes++;
        if (!this.saving) {
            this.saving = true;
            setTimeout(async () => {
                this.saving = false;
                const { xml } = await this.modeler.saveXML({ format: true });
                this.dispatchEvent(new CustomEvent('drawn', { detail: { xml, change: this.changes } }));
            });
        }
    }

    private selectionChanged() {
        this.refreshTools();
        if (!this.loading) {
            this.dispatchEvent(new CustomEvent('selected', { detail: this.selected()?.id ?? '' }));
        }
    }

    private showProblems(problems: Problem[]) {
        this.marked = problems;
        if (!this.modeler) {
            return;
        }
        const canvas = this.service('canvas');
        const overlays = this.service('overlays');
        const registry = this.service('elementRegistry');
        overlays.remove({ type: 'problem' });
        registry.forEach((element: any) => {
            canvas.removeMarker(element, 'problem-error');
            canvas.removeMarker(element, 'problem-warning');
        });
        const worst = new Map<string, Problem>();
        problems.forEach((problem) => {
            if (registry.get(problem.id) && worst.get(problem.id)?.severity !== 'error') {
                worst.set(problem.id, problem);
            }
        });
        worst.forEach((problem, id) => {
            canvas.addMarker(id, `problem-${problem.severity}`);
            if (!registry.get(id).waypoints && registry.get(id) !== canvas.getRootElement()) {
                const badge = part('span', `problem-badge problem-badge-${problem.severity}`);
                badge.textContent = problem.severity === 'error' ? '!' : '?';
                badge.title = problem.words;
                overlays.add(id, 'problem', { position: { top: -12, right: 12 }, html: badge });
            }
        });
    }

    // ---- palette -----------------------------------------------------------------------------------------------------------------

    private buildTools() {
        const additions = this.service('additions');
        const adding = this.kinds.map((kind) => {
            const tool = this.tool(kind, this.words[kind], (event) => this.add(kind, event));
            if (kind !== 'timer') {
                tool.draggable = true;
                tool.addEventListener('dragstart', (event) => {
                    event.preventDefault();
                    additions.place(kind, event);
                });
            }
            return tool;
        });
        this.tools.replaceChildren(
            ...adding,
            this.tool('connect', this.words.connect, () => this.beginConnecting()),
            this.tool('remove', this.words.remove, () => this.removeSelected()),
            this.tool('', this.words.larger, () => this.zoom(1)),
            this.tool('', this.words.smaller, () => this.zoom(-1)),
            this.tool('', this.words.whole, () => this.zoom(0)),
            this.tool('', this.words['walk.begin'], () => this.beginWalk()),
        );
        this.refreshTools();
    }

    private tool(name: string, label: string, act: (event: MouseEvent) => void): HTMLButtonElement {
        const button = document.createElement('button');
        button.type = 'button';
        button.className = 'modeler-tool';
        button.dataset.tool = name;
        button.innerHTML = name ? this.picture(name) : '';
        button.append(label);
        button.addEventListener('click', act);
        return button;
    }

    /** After what is selected; with nothing selected a mouse places it, and a keyboard puts it into the middle. */
    private add(kind: Kind, event: MouseEvent) {
        const additions = this.service('additions');
        const selected = this.selected();
        if (selected && (selected.waypoints || additions.after(selected).includes(kind))) {
            this.askFor(kind, selected);
        } else if (kind === 'timer') {
            this.status.textContent = this.words.timerNeedsStep;
        } else if (event.detail > 0) {
            additions.place(kind, event);
            this.status.textContent = this.words.placing;
        } else {
            additions.addInView(kind);
        }
    }

    private askFor(kind: Kind, behind: any) {
        if (kind === 'timer') {
            this.service('additions').attach(behind);
        } else {
            this.dispatchEvent(new CustomEvent('added', { detail: { kind, behind: behind.id } }));
        }
    }

    private beginConnecting() {
        const selected = this.selected();
        if (!selected || selected.waypoints) {
            this.status.textContent = this.words.connectNeedsStep;
            return;
        }
        this.connectingFrom = selected;
        this.service('canvas').focus();
        this.say('connecting', selected);
    }

    private removeSelected() {
        const additions = this.service('additions');
        const selected = this.selected();
        if (additions.removable(selected)) {
            this.say('removed', selected);
            additions.remove(selected);
            this.service('canvas').focus();
        }
    }

    private refreshTools() {
        const selected = this.selected();
        const removable = !!selected && this.service('additions').removable(selected);
        this.tools.querySelectorAll<HTMLButtonElement>('[data-tool=connect], [data-tool=remove], [data-tool=timer]').forEach((tool) => {
            const may =
                tool.dataset.tool === 'timer'
                    ? selected?.type === 'bpmn:UserTask'
                    : removable && (tool.dataset.tool === 'remove' || !selected.waypoints);
            tool.setAttribute('aria-disabled', String(!may));
        });
    }

    // ---- keyboard ----------------------------------------------------------------------------------------------------------------

    private key(event: KeyboardEvent) {
        const target = event.target as HTMLElement;
        if (target.isContentEditable || target.closest('input, textarea')) {
            return;
        }
        const command = event.ctrlKey || event.metaKey;
        const handled = command ? this.command(event) : this.plainKey(event);
        if (handled) {
            event.preventDefault();
            event.stopPropagation();
        }
    }

    private command(event: KeyboardEvent): boolean {
        const key = event.key.toLowerCase();
        if (key === 'y' || (key === 'z' && event.shiftKey)) {
            this.dispatchEvent(new CustomEvent('redone'));
            return true;
        }
        if (key === 'z') {
            this.dispatchEvent(new CustomEvent('undone'));
            return true;
        }
        return false;
    }

    private plainKey(event: KeyboardEvent): boolean {
        const arrow = ARROWS[event.key];
        const selected = this.selected();
        if (arrow) {
            if (event.altKey && selected && !selected.waypoints) {
                this.service('modeling').moveElements([selected], { x: arrow[0] * NUDGE, y: arrow[1] * NUDGE });
            } else {
                this.goTo(this.nearest(selected, arrow));
            }
            return true;
        }
        switch (event.key) {
            case 'Enter':
                return this.enter(selected);
            case 'Escape':
                this.connectingFrom = undefined;
                this.service('selection').select(null);
                return true;
            case 'Delete':
            case 'Backspace':
                this.removeSelected();
                return true;
            case 'c':
                this.beginConnecting();
                return true;
            default:
                return false;
        }
    }

    private enter(selected: any): boolean {
        if (!selected) {
            return false;
        }
        if (this.connectingFrom) {
            const from = this.connectingFrom;
            this.connectingFrom = undefined;
            this.say(this.service('additions').link(from, selected) ? 'connected' : 'notConnected', selected);
        } else {
            this.dispatchEvent(new CustomEvent('opened', { detail: selected.id }));
        }
        return true;
    }

    private goTo(element: any) {
        if (element) {
            this.service('selection').select(element);
            this.service('canvas').scrollToElement(element, 80);
            this.say(this.connectingFrom ? 'connectTo' : 'at', element);
        }
    }

    /** The next step in this direction; the first step of all where none is selected. */
    private nearest(from: any, [dx, dy]: [number, number]): any {
        const steps = this.service('elementRegistry').filter(
            (element: any) => element.businessObject?.$instanceOf?.('bpmn:FlowNode') && !element.labelTarget && element !== from,
        );
        if (!from) {
            return steps.find((element: any) => element.type === 'bpmn:StartEvent');
        }
        const middle = (element: any) =>
            element.waypoints
                ? element.waypoints[Math.floor(element.waypoints.length / 2)]
                : { x: element.x + element.width / 2, y: element.y + element.height / 2 };
        const here = middle(from);
        let best: any;
        let least = Infinity;
        for (const step of steps) {
            const there = middle(step);
            const ahead = (there.x - here.x) * dx + (there.y - here.y) * dy;
            const aside = Math.abs((there.x - here.x) * dy) + Math.abs((there.y - here.y) * dx);
            if (ahead > 1 && ahead + 3 * aside < least) {
                least = ahead + 3 * aside;
                best = step;
            }
        }
        return best;
    }

    private say(key: string, element: any) {
        this.status.textContent = this.words[`say.${key}`].replace('{0}', element.businessObject?.name || element.id);
    }

    // ---- walk through ------------------------------------------------------------------------------------------------------------

    private async beginWalk() {
        const { TokenWalk, run } = await import('./token-walk');
        this.stopWalk();
        this.runDot = run;
        this.walk = new TokenWalk(this.service('canvas').getRootElement(), this.words);
        this.showWalk();
        this.walker.querySelector('button')?.focus();
    }

    private stopWalk() {
        if (this.walk) {
            this.walk = undefined;
            this.unmarkWalk();
            this.walker.hidden = true;
        }
    }

    private unmarkWalk() {
        const canvas = this.service('canvas');
        this.service('elementRegistry').forEach((element: any) => {
            canvas.removeMarker(element, 'walk-here');
            canvas.removeMarker(element, 'walk-been');
        });
    }

    private showWalk() {
        const walk = this.walk!;
        const canvas = this.service('canvas');
        this.unmarkWalk();
        walk.been.forEach((element) => canvas.addMarker(element, 'walk-been'));
        if (walk.at) {
            canvas.removeMarker(walk.at, 'walk-been');
            canvas.addMarker(walk.at, 'walk-here');
            canvas.scrollToElement(walk.at, 80);
        }
        const where = part('p', 'walk-where');
        where.setAttribute('role', 'status');
        where.textContent = walk.at ? this.words['walk.at'].replace('{0}', walk.inWords) : walk.inWords;
        const buttons = part('div', 'row');
        buttons.append(
            ...walk.ways().map((way) => this.tool('', way.label, () => this.step(way))),
            ...(walk.been.length ? [this.tool('', this.words['walk.back'], () => this.stepBack())] : []),
            this.tool('', this.words['walk.stop'], () => {
                this.stopWalk();
                this.service('canvas').focus();
            }),
        );
        this.walker.replaceChildren(where, buttons);
        this.walker.hidden = false;
    }

    private async step(way: Way) {
        const walk = this.walk!;
        this.walker.querySelectorAll('button').forEach((button) => (button.disabled = true));
        await this.runDot!(this.service('canvas').getActiveLayer(), way.along);
        if (this.walk === walk) {
            walk.go(way);
            this.showWalk();
            this.walker.querySelector('button')?.focus();
        }
    }

    private stepBack() {
        this.walk!.back();
        this.showWalk();
        this.walker.querySelector('button')?.focus();
    }
}

function part(tag: string, className: string): HTMLElement {
    const made = document.createElement(tag);
    made.className = className;
    return made;
}

customElements.define('process-modeler', ProcessModeler);
