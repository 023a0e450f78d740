import BaseModeler from 'bpmn-js/lib/BaseModeler';
import CoreModule from 'bpmn-js/lib/core';
import AutoResizeModule from 'bpmn-js/lib/features/auto-resize';
import DrilldownModule from 'bpmn-js/lib/features/drilldown';
import InteractionEventsModule from 'bpmn-js/lib/features/interaction-events';
import LabelEditingModule from 'bpmn-js/lib/features/label-editing';
import ModelingModule from 'bpmn-js/lib/features/modeling';
import ModelingFeedbackModule from 'bpmn-js/lib/features/modeling-feedback';
import OutlineModule from 'bpmn-js/lib/features/outline';
import SnappingModule from 'bpmn-js/lib/features/snapping';
import AutoScrollModule from 'diagram-js/lib/features/auto-scroll';
import BendpointsModule from 'diagram-js/lib/features/bendpoints';
import ConnectModule from 'diagram-js/lib/features/connect';
import ConnectionPreviewModule from 'diagram-js/lib/features/connection-preview';
import ContextPadModule from 'diagram-js/lib/features/context-pad';
import CreateModule from 'diagram-js/lib/features/create';
import MoveModule from 'diagram-js/lib/features/move';
import OverlaysModule from 'diagram-js/lib/features/overlays';
import ResizeModule from 'diagram-js/lib/features/resize';
import SelectionModule from 'diagram-js/lib/features/selection';
import TranslateModule from 'diagram-js/lib/i18n/translate';
import MoveCanvasModule from 'diagram-js/lib/navigation/movecanvas';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import flowable from './flowable';

/** What can be added: a kind of step that the portal accepts. */
export type Kind = 'task' | 'service' | 'gateway' | 'end' | 'timer';

export const KINDS: Kind[] = ['task', 'service', 'gateway', 'end', 'timer'];

/** Little pictures of the kinds and acts; no icon font is loaded. */
const PICTURES: Record<string, string> = {
    task: '<rect x="2.5" y="4.5" width="15" height="11" rx="2.5"/><circle cx="7" cy="8.4" r="1.5"/><path d="M4.6 13c.2-3 4.6-3 4.8 0"/>',
    service:
        '<rect x="2.5" y="4.5" width="15" height="11" rx="2.5"/><circle cx="7.2" cy="9" r="2"/><path d="M7.2 6.200v1M7.2 10.800v1M4.4 9h1M9 9h1"/>',
    gateway: '<path d="M10 2.5 17.5 10 10 17.5 2.5 10z"/><path d="m8 8 4 4m0-4-4 4"/>',
    end: '<circle cx="10" cy="10" r="6.5" stroke-width="2.6"/>',
    timer: '<circle cx="10" cy="10" r="7.2"/><circle cx="10" cy="10" r="5"/><path d="M10 7v3l2 1.5"/>',
    connect: '<path d="M3 16 15 5m0 0h-5m5 0v5"/>',
    remove: '<path d="M4 6h12M8 6V4h4v2M5.5 6l.8 11h7.400l.8-11"/>',
};

export function picture(name: string): string {
    return `<svg viewBox="0 0 20 20" width="20" height="20" fill="none" stroke="currentColor" stroke-width="1.4" aria-hidden="true">${PICTURES[name]}</svg>`;
}

/** Attributes of what is added, by kind; given by the portal, which knows its groups, screens and delegates. */
export type Templates = Partial<Record<Kind, Record<string, string>>>;

const TYPES: Record<Kind, [type: string, prefix: string]> = {
    task: ['bpmn:UserTask', 'userTask_'],
    service: ['bpmn:ServiceTask', 'serviceTask_'],
    gateway: ['bpmn:ExclusiveGateway', 'gateway_'],
    end: ['bpmn:EndEvent', 'endEvent_'],
    timer: ['bpmn:BoundaryEvent', 'boundaryEvent_'],
};

const is = (element: any, type: string): boolean => !!element?.businessObject?.$instanceOf?.(type);
const isNode = (element: any) => is(element, 'bpmn:FlowNode');

/** Makes what the palette and the pad beside an element add, and says what may be added where. */
class Additions {
    static $inject = [
        'elementFactory',
        'bpmnFactory',
        'moddle',
        'modeling',
        'create',
        'connect',
        'selection',
        'elementRegistry',
        'canvas',
    ];
    templates: Templates = {};
    /** Has the portal add behind an element, so that there is room for it. */
    ask: (kind: Kind, behind: any) => void = () => {};
    /** Has the portal take a step out, so that the way goes on without it. */
    take: (element: any) => void = () => {};
    /** What is being placed with the mouse. */
    placing?: Kind;

    constructor(
        private readonly elements: any,
        private readonly objects: any,
        private readonly moddle: any,
        private readonly modeling: any,
        private readonly creation: any,
        private readonly connection: any,
        private readonly selection: any,
        private readonly registry: any,
        private readonly canvas: any,
    ) {}

    /** What may be added after this element. */
    after(element: any): Kind[] {
        if (!isNode(element) || is(element, 'bpmn:EndEvent')) {
            return [];
        }
        const ways = element.businessObject.get('outgoing').length;
        const more: Kind[] = is(element, 'bpmn:ExclusiveGateway') || !ways ? ['task', 'service', 'gateway', 'end'] : ['task', 'service', 'gateway'];
        return is(element, 'bpmn:UserTask') ? [...more, 'timer'] : more;
    }

    /** A shape of this kind, not yet drawn. */
    shape(kind: Kind): any {
        const [type, prefix] = TYPES[kind];
        const { timeDuration, timerCalendar, ...attributes } = this.templates[kind] ?? {};
        const id = this.moddle.ids.nextPrefixed(prefix);
        const businessObject = this.objects.create(type, { id, ...attributes });
        this.moddle.ids.claim(id, businessObject);
        if (kind !== 'timer') {
            return this.elements.createShape({ type, businessObject });
        }
        const timer = this.objects.create('bpmn:TimerEventDefinition', { businessCalendarName: timerCalendar });
        timer.timeDuration = this.objects.create('bpmn:FormalExpression', { body: timeDuration });
        timer.timeDuration.$parent = timer;
        timer.$parent = businessObject;
        businessObject.eventDefinitions = [timer];
        businessObject.cancelActivity = false;
        return this.elements.createShape({ type, businessObject });
    }

    /** Attaches a timer to a step, beside those it has. */
    attach(element: any): void {
        const taken = element.attachers?.length ?? 0;
        const x = element.x + 15 + ((taken * 40) % Math.max(40, element.width - 15));
        const added = this.modeling.createShape(this.shape('timer'), { x, y: element.y + element.height }, element, { attach: true });
        this.selection.select(added);
    }

    /** Adds by keyboard where nothing is selected: in the middle of what is seen. */
    addInView(kind: Kind): void {
        const view = this.canvas.viewbox();
        const at = { x: Math.round(view.x + view.width / 2), y: Math.round(view.y + view.height / 2) };
        const added = this.modeling.createShape(this.shape(kind), at, this.canvas.getRootElement());
        this.selection.select(added);
    }

    place(kind: Kind, event: Event): void {
        this.placing = kind;
        this.creation.start(event, this.shape(kind));
    }

    startConnecting(event: Event, element: any): void {
        this.connection.start(event, element);
    }

    /** Whether a way may lead from one element to the other. */
    connects(from: any, to: any): boolean {
        return (
            from !== to &&
            isNode(from) &&
            isNode(to) &&
            from.parent === to.parent &&
            !is(from, 'bpmn:EndEvent') &&
            !is(to, 'bpmn:StartEvent') &&
            !is(to, 'bpmn:BoundaryEvent')
        );
    }

    link(from: any, to: any): boolean {
        const may = this.connects(from, to);
        if (may) {
            this.selection.select(this.modeling.connect(from, to, { type: 'bpmn:SequenceFlow' }));
        }
        return may;
    }

    removable(element: any): boolean {
        return !!element && element !== this.canvas.getRootElement() && !element.labelTarget;
    }

    remove(element: any): void {
        if (element.waypoints) {
            this.modeling.removeElements([element]);
        } else {
            this.take(element);
        }
    }

    find(id: string): any {
        return this.registry.get(id);
    }
}

/** The buttons beside the element that is selected: the same acts as the palette's. */
class Pad {
    static $inject = ['contextPad', 'additions', 'words'];

    constructor(
        contextPad: any,
        private readonly additions: Additions,
        private readonly words: Record<string, string>,
    ) {
        contextPad.registerProvider(this);
    }

    getContextPadEntries(element: any) {
        const entries: Record<string, any> = {};
        const entry = (name: string, title: string, group: string, action: any) => {
            entries[name] = { group, title, html: `<div class="entry pad-entry" draggable="true">${picture(name)}</div>`, action };
        };
        for (const kind of this.additions.after(element)) {
            entry(kind, this.words[`after.${kind}`], 'add', {
                click: () => this.additions.ask(kind, element),
            });
        }
        if (isNode(element) && !is(element, 'bpmn:EndEvent')) {
            const connect = (event: Event) => this.additions.startConnecting(event, element);
            entry('connect', this.words.connect, 'change', { click: connect, dragstart: connect });
        }
        if (this.additions.removable(element)) {
            entry('remove', this.words.remove, 'change', { click: () => this.additions.remove(element) });
        }
        return entries;
    }

    getMultiElementContextPadEntries() {
        return {};
    }
}

/** Refuses while drawing what the portal's gate would refuse anyway: ways of other kinds, or out of an end. */
class OnlyWhatThePortalAccepts {
    static $inject = ['eventBus', 'additions'];

    constructor(eventBus: any, additions: Additions) {
        const before = 2000;
        const ways = ({ context }: any) => {
            const { source, target } = context;
            if (!source || !target || context.hints?.targetAttach) {
                return undefined;
            }
            // While a new shape is dragged out of another it has no parent yet; the usual rules judge it.
            if (!target.parent || !source.parent) {
                return isNode(source) && isNode(target) ? undefined : false;
            }
            return additions.connects(source, target) ? { type: 'bpmn:SequenceFlow' } : false;
        };
        eventBus.on('commandStack.connection.create.canExecute', before, ways);
        eventBus.on('commandStack.connection.reconnect.canExecute', before, ways);
        // What is dropped on a way goes between its two steps: the portal makes room for it. An end has nothing to go on to.
        eventBus.on('create.end', before, ({ context }: any) => {
            if (!context.target?.waypoints || !context.canExecute || !additions.placing) {
                return undefined;
            }
            if (additions.placing !== 'end') {
                additions.ask(additions.placing, context.target);
            }
            return false;
        });
    }
}

const portal = (words: Record<string, string>) => ({
    __init__: ['additions', 'pad', 'onlyWhatThePortalAccepts'],
    words: ['value', words],
    additions: ['type', Additions],
    pad: ['type', Pad],
    onlyWhatThePortalAccepts: ['type', OnlyWhatThePortalAccepts],
});

/** bpmn-js put together with only the parts that the portal's palette needs. */
class PortalModeler extends (BaseModeler as any) {}

PortalModeler.prototype._modules = [
    CoreModule,
    DrilldownModule,
    OverlaysModule,
    SelectionModule,
    TranslateModule,
    MoveCanvasModule,
    AutoResizeModule,
    AutoScrollModule,
    BendpointsModule,
    ConnectModule,
    ConnectionPreviewModule,
    ContextPadModule,
    CreateModule,
    InteractionEventsModule,
    LabelEditingModule,
    ModelingModule,
    ModelingFeedbackModule,
    MoveModule,
    OutlineModule,
    ResizeModule,
    SnappingModule,
];

export function createModeler(container: HTMLElement, words: Record<string, string>): any {
    return new (PortalModeler as any)({
        container,
        additionalModules: [portal(words)],
        moddleExtensions: { flowable },
        textRenderer: { defaultStyle: { fontFamily: 'system-ui, sans-serif' } },
    });
}
