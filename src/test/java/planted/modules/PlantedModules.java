package planted.modules;

/** An application of two modules, of which the first uses the second though it may not. */
@org.springframework.modulith.Modulithic
public class PlantedModules {}
