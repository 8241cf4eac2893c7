import CLinux
import Text

/// What `wcwidth` answers, which ncurses measures with: the same table as that of the frames it is given.
@c(lianxi_columns)
func columns(ofCode code: UInt32, ambiguous: CInt) -> CInt {
    CInt(DisplayWidth.columns(ofCode: code, ambiguous: ambiguous == 2 ? .wide : .narrow))
}

/// What `wcwidth` goes by.
var currentAmbiguousWidth: AmbiguousWidth {
    get { lianxi_ambiguous_width() == 2 ? .wide : .narrow }
    set { lianxi_set_ambiguous_width(CInt(newValue.rawValue)) }
}
