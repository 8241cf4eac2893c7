import CLinux
import Glibc
import Testing

@Suite struct LinuxCallTests {
    private func inTemporaryFolder(_ body: (Int32) -> Void) throws {
        var template = Array("/tmp/lianxi-XXXXXX".utf8CString)
        try #require(mkdtemp(&template) != nil)
        let folder = open(template, O_RDONLY | O_DIRECTORY)
        body(folder)
        for name in ["inside", "link"] { unlinkat(folder, name, 0) }
        close(folder)
        rmdir(template)
    }

    @Test("An open beneath a folder makes files there and leaves it by no way")
    func beneath() throws {
        try inTemporaryFolder { folder in
            let file = lianxi_open_beneath(folder, "inside", O_RDWR | O_CREAT, 0o600)
            #expect(file >= 0)
            close(file)
            #expect(lianxi_open_beneath(folder, "../passwd", O_RDONLY, 0) == -1 && errno == EXDEV)
            #expect(lianxi_open_beneath(folder, "/etc/passwd", O_RDONLY, 0) == -1 && errno == EXDEV)
            symlinkat("inside", folder, "link")
            #expect(lianxi_open_beneath(folder, "link", O_RDONLY, 0) == -1 && errno == ELOOP)
        }
    }

    @Test("A lock excludes another open file, until it is given up")
    func lock() throws {
        try inTemporaryFolder { folder in
            let one = lianxi_open_beneath(folder, "inside", O_RDWR | O_CREAT, 0o600)
            let other = lianxi_open_beneath(folder, "inside", O_RDWR, 0)
            #expect(lianxi_ofd_lock(one, LIANXI_LOCK_EXCLUSIVE, false) == 0)
            #expect(lianxi_ofd_lock(other, LIANXI_LOCK_EXCLUSIVE, false) == -1 && errno == EAGAIN)
            #expect(lianxi_ofd_lock(one, LIANXI_UNLOCK, false) == 0)
            #expect(lianxi_ofd_lock(other, LIANXI_LOCK_EXCLUSIVE, false) == 0)
            close(other)
            close(one)
        }
    }
}
